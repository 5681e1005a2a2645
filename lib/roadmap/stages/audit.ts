import { asvs, cwe, owaspApi, rfc } from "../references.ts";
import type { Stage } from "../types.ts";

export const audit = {
  id: "audit",
  order: 1,
  title: "Security audit",
  shortTitle: "Audit",
  goal: "Know what you are about to open to the world: every endpoint, every secret, every record, and what could hurt you.",
  exit: "Every endpoint has an owner and a class, every place with a secret is written down, and each launch blocker has a decision.",
  checks: [
    {
      id: "endpoint-inventory",
      title: "Every endpoint is on one list",
      shortTitle: "Endpoint inventory",
      bar: "One list names every endpoint with its source, method and owner, and nothing answers that the list does not know.",
      why: "You can only protect what you know about. Forgotten test routes and old API versions are where most unwanted visitors come in, because nobody looks after them.",
      fix: "Import your OpenAPI file, or record a browser session as HAR. Compare it with the routes in the repository and with the tools that the bot may call. Give each row an owner; remove or lock what nobody claims. Run the comparison again after each release and look at the difference.",
      references: [owaspApi(9), cwe(1059, "Insufficient Technical Documentation"), asvs(4)],
      weight: 4,
      freshDays: 7,
    },
    {
      id: "route-classification",
      title: "Every route is public, signed-in or admin on purpose",
      shortTitle: "Route classes",
      bar: "The declared class of each route matches what no, forged, viewer, staff and admin credentials really get.",
      why: "A route that should have asked for a sign-in looks the same as any other until a stranger opens it. Writing down the intended class makes every accident visible.",
      fix: "Declare a class for each route of the inventory. Deny by default in one place (middleware or router) and list the public routes as the exceptions. Test with at least five identities, and first make sure that a rightful call works, so that a refusal means something.",
      references: [owaspApi(5), owaspApi(2), asvs(8), cwe(306, "Missing Authentication for Critical Function")],
      weight: 5,
      freshDays: 7,
    },
    {
      id: "secret-locations",
      title: "Every place that holds a secret is known",
      shortTitle: "Secret locations",
      bar: "Each key is listed with its place, environment, owner and last rotation, recognisable by a fingerprint and never by its value.",
      why: "When a key leaks, the first question is where else it is used. Without a list the honest answer is “we do not know”, and rotation turns into guesswork.",
      fix: "Go through repository, history, environment variables, CI settings, hosting panel and chat. Write down each key's purpose, environment, owner and last change. Move keys out of chat and personal notes, and rotate the ones that were there.",
      references: [cwe(798, "Use of Hard-coded Credentials"), asvs(13)],
      weight: 4,
      freshDays: 30,
    },
    {
      id: "sensitive-prompts",
      title: "Prompts and tool outputs hold no sensitive data",
      shortTitle: "Sensitive prompts",
      bar: "Detectors over captured conversations find no secrets, personal data, account numbers or planted canaries.",
      why: "What goes into a prompt travels to a model provider, into logs and perhaps into someone else's answer. Internal assistants see payroll, tickets and customers every day.",
      fix: "Capture a sample of real conversations, tool calls included. Scan it for keys, e-mail addresses, phone and account numbers. Remove at the source the fields that the model does not need, and mask the rest before the text leaves your system.",
      references: [owaspApi(3), asvs(14), cwe(200, "Exposure of Sensitive Information to an Unauthorized Actor")],
      weight: 3,
      freshDays: 30,
    },
    {
      id: "dns-status",
      title: "DNS of all hosts is known and consistent",
      shortTitle: "DNS status",
      bar: "Root, app host and mail records give the same answers at every resolver, with at least two name servers and no dangling alias.",
      why: "DNS decides where visitors and mail end up. A forgotten alias to a closed hosting account can be claimed by a stranger, who then speaks in your name.",
      fix: "List all hosts in one table with what they should point to. Delete records for services that you no longer use, above all CNAMEs to closed accounts. Use at least two name servers, and wait for the old TTL to pass before you compare again.",
      references: [
        rfc(1034, "Domain Names: Concepts and Facilities"),
        rfc(2182, "Selection and Operation of Secondary DNS Servers"),
        owaspApi(9),
      ],
      weight: 3,
      freshDays: 30,
    },
  ],
  deliverables: [
    {
      id: "risk-register",
      title: "Risk register",
      summary:
        "All known risks in one published order; the top ten launch blockers come out the same from the same evidence.",
    },
    {
      id: "decision-list",
      title: "Decision list",
      summary:
        "What is fixed now and what waits, each with owner, reason, interim protection, decider and a date to look again.",
    },
  ],
  signals: [
    {
      id: "access-unexplained",
      title: "Nobody can say who may open what",
      meaning: "Some endpoint has no known class, or some identity was never tried against it.",
    },
    {
      id: "secrets-exposed",
      title: "A secret lies in the open",
      meaning: "A key was found in code, history, a client bundle or a prompt.",
    },
    {
      id: "single-person-steps",
      title: "A step that only one person can do",
      meaning: "A runbook step has fewer than two named people who can run it.",
    },
  ],
} as const satisfies Stage;
