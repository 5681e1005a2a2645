import { asvs, cwe, owaspApi } from "../references.ts";
import type { Stage } from "../types.ts";

export const secrets = {
  id: "secrets",
  order: 4,
  title: "Secrets and environments",
  shortTitle: "Secrets",
  goal: "Keys live in one proper place per environment, open only what they must, and can be replaced without drama.",
  exit: "No scan finds a secret in code or in what browsers receive, every exposed key was replaced, and logs stay silent about both.",
  checks: [
    {
      id: "secret-storage",
      title: "Keys live in the environment or a secret manager",
      shortTitle: "Secret storage",
      bar: "The working tree, the whole git history, the built bundle, the served scripts and the source maps contain no secret.",
      why: "A key in a repository is copied with every clone and stays in the history after you delete the line. A key in a bundle is public from the first visit.",
      fix: "Move each key to the environment or a secret manager and read it only on the server. Scan tree and history, and scan the built files too. Rotate whatever was found; deleting the line is not enough. Add the scan to CI and as a pre-commit hook.",
      references: [
        cwe(798, "Use of Hard-coded Credentials"),
        cwe(540, "Inclusion of Sensitive Information in Source Code"),
        asvs(13),
      ],
      weight: 5,
      freshDays: 30,
    },
    {
      id: "environment-separation",
      title: "Development, staging and production are apart",
      shortTitle: "Environments apart",
      bar: "No key is shared between two environments, and production uses no test keys or sandbox addresses.",
      why: "When staging shares a key with production, its weaker protection becomes the way in. Test keys in production mean that payments or mails quietly do nothing.",
      fix: "Create separate accounts or keys per environment at each provider. Give databases their own users. Name variables alike everywhere and let only the values differ. Refuse to start in production with a test key.",
      references: [owaspApi(8), asvs(13), cwe(1188, "Initialization of a Resource with an Insecure Default")],
      weight: 4,
      freshDays: 30,
    },
    {
      id: "secret-rotation",
      title: "Every exposed key was replaced",
      shortTitle: "Key rotation",
      bar: "Each secret that was found has a rotation task, closed only by a new fingerprint and, where possible, proof that the old key is refused.",
      why: "Someone may already have copied an exposed key. Only replacing it at the provider ends that, and only a test shows that the old one is dead.",
      fix: "Create the new key, deploy it, watch it work, then revoke the old one at the provider. Try the old key once and see it refused. Note date and person in the inventory, and keep the steps for next time.",
      references: [asvs(13), cwe(324, "Use of a Key Past its Expiration Date")],
      weight: 4,
      freshDays: 90,
    },
    {
      id: "log-masking",
      title: "Logs hide tokens, addresses and payloads",
      shortTitle: "Masked logs",
      bar: "A planted token, e-mail address and payload appear nowhere in the logs, nor in error bodies and URLs.",
      why: "Logs are read by more people and tools than the database is, and kept for longer. One logged header can hand over a session.",
      fix: "Log through one function that masks known fields and token shapes. Never log bodies or the Authorization header. Keep tokens out of URLs. Prove it: send planted values, then search the logs for them.",
      references: [cwe(532, "Insertion of Sensitive Information into Log File"), asvs(16), asvs(14)],
      weight: 4,
      freshDays: 30,
    },
    {
      id: "least-privilege-scopes",
      title: "Integrations get only what they need",
      shortTitle: "Least privilege",
      bar: "For each integration the granted scopes are written beside the needed ones, and nothing more is granted.",
      why: "A stolen key does as much harm as it has rights. A read-only key for one channel is an incident; an all-access key is a catastrophe.",
      fix: "List each integration with granted and needed scopes. Replace all-access keys by restricted ones, and personal tokens by service accounts. Look again whenever an integration changes.",
      references: [asvs(13), owaspApi(10), cwe(250, "Execution with Unnecessary Privileges")],
      weight: 3,
      freshDays: 90,
    },
  ],
  deliverables: [
    {
      id: "env-inventory",
      title: "Inventory of environment variables",
      summary:
        "Each variable with purpose, owner, where it is set, whether it is secret and when it last changed; never its value.",
    },
    {
      id: "rotation-checklist",
      title: "Rotation checklist",
      summary: "For each key the steps to replace it, who did so last, and what is still owed.",
    },
  ],
  signals: [
    {
      id: "key-in-chat",
      title: "A key was sent in a chat",
      meaning: "A credential travelled by chat, mail or ticket, and counts as exposed.",
    },
    {
      id: "test-credentials-in-production",
      title: "Test credentials run in production",
      meaning: "Production uses a test-mode key or a sandbox address.",
    },
    {
      id: "one-token-opens-all",
      title: "One token opens everything",
      meaning: "A single credential has far more rights than its job needs, or works in several environments.",
    },
  ],
} as const satisfies Stage;
