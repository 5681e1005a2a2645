import { STAGES } from "#lib/roadmap/stages.ts";
import type { HandoverData } from "../data.ts";

/** What the sample's team has written down, with the gaps that such registers have. */

const AT = "2026-11-20T10:00:00.000Z";
const JONAS = { name: "Jonas Dahl", contact: "jonas@example.test" };
const MIRA = { name: "Mira Kovač", contact: "mira@example.test" };

type Provider = HandoverData["providers"][number];

const provider = (kind: Provider["kind"], fields: Partial<Provider>): Provider => ({
  kind,
  provider: null,
  link: null,
  linkState: "not_checked",
  owners: [],
  breakGlass: "",
  testedAt: null,
  testedBy: null,
  observed: [],
  ...fields,
});

export const PROVIDERS: Provider[] = [
  provider("registrar", {
    provider: "Gandi",
    link: "https://admin.registrar.example.test/",
    linkState: "reachable",
    owners: [MIRA, JONAS],
    breakGlass: "Recovery codes in the office safe, envelope 3; the second key is with the accountant.",
    testedAt: AT,
    testedBy: "Jonas Dahl",
  }),
  provider("dns", {
    provider: "Cloudflare",
    link: "https://dash.edge.example.test/",
    linkState: "reachable",
    owners: [JONAS, MIRA],
    breakGlass: "Second administrator account, its hardware key in the safe.",
    testedAt: AT,
    testedBy: "Mira Kovač",
    observed: [{ provider: "Cloudflare", seenBy: "NS dana.ns.cloudflare.com", observedAt: "2026-11-23T09:12:41.000Z" }],
  }),
  provider("hosting", {
    provider: "Fly.io",
    link: "https://hosting.example.test/apps/ops-copilot",
    linkState: "broken",
    owners: [JONAS],
    observed: [{ provider: "Hetzner", seenBy: "A 203.0.113.20", observedAt: "2026-11-23T09:12:41.000Z" }],
  }),
  provider("email", {
    owners: [],
    observed: [{ provider: "Google Workspace", seenBy: "MX smtp.google.com", observedAt: "2026-11-23T09:12:41.000Z" }],
  }),
  provider("repository", { provider: "GitHub", owners: [JONAS, MIRA], breakGlass: "A mirror on the office server." }),
  provider("monitoring", { provider: "Launch Ready", owners: [JONAS, MIRA] }),
  provider("secrets", {}),
];

export const RUNBOOKS: HandoverData["runbooks"] = [
  {
    kind: "deploy",
    platform: "fly",
    title: "Put a new version out",
    updatedAt: AT,
    steps: [
      {
        text: "Wait until the checks of the main branch are green.",
        command: "",
        people: ["Jonas Dahl", "Mira Kovač"],
      },
      {
        text: "Release the image that they built.",
        command: "fly deploy --image registry.example.test/ops:$TAG",
        people: ["Jonas Dahl", "Mira Kovač"],
      },
      {
        text: "Look at the health page; it must say the new version.",
        command: "curl -sS https://ops.example.test/health",
        people: ["Jonas Dahl"],
      },
    ],
    rehearsals: [
      { person: "Mira Kovač", isDryRun: true, steps: 2, doneAt: "2026-11-21T09:00:00.000Z" },
      { person: "Jonas Dahl", isDryRun: false, steps: 3, doneAt: "2026-11-18T15:20:00.000Z" },
    ],
  },
  {
    kind: "roll_back",
    platform: "fly",
    title: "Go back to the version before",
    updatedAt: AT,
    steps: [
      { text: "List the releases and note the last good one.", command: "fly releases", people: ["Jonas Dahl"] },
      {
        text: "Release that image again.",
        command: "fly deploy --image registry.example.test/ops:$GOOD",
        people: ["Jonas Dahl"],
      },
      { text: "Tell the team in the incident channel what was rolled back and why.", command: "", people: [] },
    ],
    rehearsals: [{ person: "Jonas Dahl", isDryRun: true, steps: 2, doneAt: "2026-11-19T08:30:00.000Z" }],
  },
];

export const LINKS: HandoverData["links"] = [
  {
    kind: "dashboard",
    title: "Status page",
    url: "https://status.example.test/",
    owner: "Jonas Dahl",
    state: "reachable",
    checkedAt: AT,
  },
  {
    kind: "logs",
    title: "Logs of production",
    url: "https://logs.example.test/ops",
    owner: "Jonas Dahl",
    state: "reachable",
    checkedAt: AT,
  },
  {
    kind: "deploy",
    title: "Release pipeline",
    url: "https://ci.example.test/ops/copilot",
    owner: null,
    state: "broken",
    checkedAt: AT,
  },
];

const LIT = new Map([
  ["token-overreach", "Forged tokens: an unsigned token is accepted."],
  ["mail-fails", "Mail authentication: DMARC p=none."],
  ["admin-by-url", "Role boundaries: a viewer reads payroll."],
]);

export const SIGNALS: HandoverData["signals"] = STAGES.flatMap((stage) =>
  stage.signals.map(({ id, title }, index) => {
    const why = LIT.get(id);
    const isKnown = index % 3 !== 2;
    return {
      id,
      title,
      stage: stage.id,
      state: why ? ("lit" as const) : isKnown ? ("quiet" as const) : ("unknown" as const),
      why:
        why ??
        (isKnown
          ? "Nothing of the kind was found by the checks that look for it."
          : "Not known: there is no full and recent evidence."),
    };
  }),
);

export const DELIVERABLES: HandoverData["deliverables"] = STAGES.flatMap((stage) =>
  stage.deliverables.map(({ id, title }, index) => ({
    id,
    title,
    stage: stage.id,
    state: index === 0 ? ("complete" as const) : stage.order > 5 ? ("no_data" as const) : ("incomplete" as const),
    why: index === 0 ? "All of its evidence is in." : "Still open: its evidence is not complete.",
  })),
);

export const SIGN_OFFS: HandoverData["signOffs"] = [
  {
    version: 2,
    isDraft: false,
    sha256: "9f2c7d1e04b6a85339c1f0de7746b2a8c5130e9d6f84b7a2210cd95e3f68ab47",
    name: "Jonas Berg",
    organisation: "Nordlager AB",
    remark: "Read with the operations team; the open points are known.",
    signedAt: "2026-11-16T14:05:00.000Z",
  },
];

export const SPRINT: HandoverData["sprint"] = {
  number: 1,
  goal: "Close the doors",
  hours: 48,
  startedAt: "2026-11-20T08:00:00.000Z",
  finishedAt: "2026-11-22T08:00:00.000Z",
  readiness: { from: 41, to: 69 },
  gateHeld: { from: 2, to: 6 },
  delivered: [
    "Old addresses reach the new ones",
    "Every exposed secret was replaced",
    "Risk 1: The origin answers without the edge",
  ],
  slipped: ["Risk 3: A viewer can read payroll", "Risk 5: Anyone can send mail as example.test"],
};

export const POINTS: HandoverData["points"] = [12, 18, 18, 31, 41, 40, 52, 60, 66, 69].map((score, index) => ({
  at: new Date(Date.UTC(2026, 10, 5 + 2 * index, 9)).toISOString(),
  score,
  gateHeld: Math.floor(score / 11),
  blockers: Math.max(3, 9 - index),
}));
