// @ts-nocheck

import { GATE_ITEMS } from "#lib/roadmap/gate-items.ts";
import { CHECKS, STAGES } from "#lib/roadmap/stages.ts";

const now = Date.now();
const ago = (min) => new Date(now - min * 60000).toISOString();
const bad = {
  "role-boundaries": "viewer reads /api/payroll",
  "token-rejection": "alg:none accepted on /api/chat",
  "email-authentication": "DMARC p=none",
};
const warn = { "sensitive-prompts": "Two answers held an e-mail address", "payload-validation": "10 MiB accepted" };
const unknown = [
  "subdomain-auth",
  "least-privilege-scopes",
  "downstream-timeouts",
  "cache-safety",
  "certificate-renewal",
  "environment-runbook",
  "handover-review",
];
const jonas = { id: "u2", name: "Jonas Dahl" },
  mira = { id: "u1", name: "Mira Koch" };
const view = (c, stage) => {
  const status = bad[c.id]
    ? "failing"
    : warn[c.id]
      ? "warning"
      : unknown.includes(c.id)
        ? "unknown"
        : c.id === "backup-access"
          ? "stale"
          : c.id === "environment-separation"
            ? "attested"
            : c.id === "log-masking"
              ? "overridden"
              : c.id === "legacy-redirects"
                ? "not_applicable"
                : "verified";
  return {
    id: c.id,
    title: c.title,
    shortTitle: c.shortTitle,
    stage,
    status,
    source: status === "unknown" ? "none" : status === "attested" || status === "stale" ? "attested" : "automatic",
    line: bad[c.id] ?? warn[c.id] ?? (status === "unknown" ? "No evidence yet" : "All rules pass"),
    evidenceAt: status === "unknown" ? null : ago(status === "stale" ? 97 * 1440 : (c.id.length * 37) % 900),
    owner: bad[c.id] || status === "stale" ? jonas : null,
    results: 3,
    openRisks: bad[c.id] ? 1 : 0,
    isRechecking: c.id === "secret-rotation",
  };
};
export const stages = STAGES.map((s) => {
  const checks = s.checks.map((c) => view(c, s.id));
  const n = (...x) => checks.filter((c) => x.includes(c.status)).length;
  return {
    id: s.id,
    order: s.order,
    shortTitle: s.shortTitle,
    title: s.title,
    goal: s.goal,
    exit: s.exit,
    checks,
    done: n("verified", "attested", "overridden"),
    total: checks.length - n("not_applicable"),
    failing: n("failing"),
    warnings: n("warning"),
    unproven: n("unknown", "stale"),
    next: null,
    deliverables: s.deliverables.map((d, i) => ({
      ...d,
      stage: s.id,
      state: ["complete", "incomplete", "no_data"][i % 3],
      why: "Still open: “Forged tokens”.",
    })),
  };
});
const states = ["failing", "failing", "holds", "holds", "holds_with_warning", "holds", "failing", "stale", "unknown"];
export const gate = {
  held: 4,
  total: 9,
  items: GATE_ITEMS.map((g, i) => ({
    id: g.id,
    title: g.title,
    holdsWhen: g.holdsWhen,
    checks: g.checks,
    state: states[i],
    holds: states[i].startsWith("holds"),
    why: "“Role boundaries”: viewer reads /api/payroll, and one more check is not ready.",
    waiver: null,
  })),
};
const blocker = (number, title, severity, checkId, owner) => ({
  number,
  title,
  severity,
  likelihood: 5,
  impact: number === 3 ? 4 : 5,
  checkId,
  stage: "access",
  state: "open",
  owner,
  createdAt: ago(3000),
});
export const blockers = [
  blocker(1, "A viewer can read payroll", "critical", "role-boundaries", jonas),
  blocker(2, "Unsigned tokens are accepted on the chat endpoint", "critical", "token-rejection", jonas),
  blocker(3, "Anyone can send mail as ops.example.test", "high", "email-authentication", null),
];
const scores = [31, 32, 35, 44, 44, 52, 50, 58, 58, 66, 57, 64, 69, 69];
export const board = {
  project: { slug: "ops-copilot", name: "Ops Copilot", description: "", role: "founder" },
  targets: [{ id: "t", kind: "web", url: "https://ops-copilot.test", environment: "production", createdAt: ago(1) }],
  answer: {
    ready: false,
    headline: "Not ready to launch. Three things stand in the way.",
    lede: "Six of the nine minimum-bar items hold. Three fail. Of those one holds with a warning. Three open risks block the launch. The last audit finished 12 minutes ago.",
    obstacles: blockers
      .map((b) => ({ kind: "risk", number: b.number, title: b.title }))
      .concat([{ kind: "gate", gateId: "alerts-first", title: "Alerts come first" }]),
  },
  blockers,
  blockersTotal: 3,
  gate,
  stages,
  readiness: {
    score: 69,
    earned: 88.5,
    possible: 128,
    items: Object.values(CHECKS).map((c) => {
      const v = stages.flatMap((s) => s.checks).find((x) => x.id === c.id);
      return {
        checkId: c.id,
        title: c.title,
        weight: c.weight,
        credit: v.status === "verified" ? 1 : v.status === "warning" ? 0.5 : v.status === "not_applicable" ? null : 0,
        status: v.status,
        why: v.line,
      };
    }),
  },
  signals: STAGES.flatMap((s) =>
    s.signals.map((g, i) => ({
      id: g.id,
      title: g.title,
      stage: s.id,
      state: g.id === "admin-by-url" || g.id === "mail-fails" ? "lit" : i % 2 ? "quiet" : "unknown",
      lit: false,
      why: "Role boundaries: viewer reads /api/payroll.",
    })),
  ),
  points: scores.map((score, i) => ({
    at: ago((14 - i) * 1440),
    score,
    gateHeld: 5,
    blockers: 3,
    runNumber: i % 3 ? null : i + 100,
  })),
  deployments: [{ id: "d", version: "4f2c", environment: "production", deployedAt: ago(3.6 * 1440) }],
  lastRun: { number: 130, state: "finished", createdAt: ago(13), finishedAt: ago(12) },
};
const decision = (treatment, expiresAt = null, isExpired = false) => ({
  id: "x",
  treatment,
  reason: "Only staff can reach it, and the change is risky this week.",
  compensatingControl: "The admin console is behind the VPN.",
  decider: mira,
  createdAt: ago(2000),
  expiresAt,
  isExpired,
});
const ahead = (d) => new Date(now + d * 86400000).toISOString();
const risk = (number, title, severity, l, i, checkId, extra) => ({
  id: "r" + number,
  number,
  title,
  description: "",
  checkId,
  stage: "edge",
  rule: "edge/hsts",
  targetUrl: "https://ops-copilot.test",
  severity,
  likelihood: l,
  impact: i,
  state: "open",
  isManual: false,
  isBlocking: number < 4,
  owner: jonas,
  dueAt: ahead(0.5),
  decision: decision("fix_now"),
  foundRun: 128,
  lastSeenRun: 129,
  verifiedRun: null,
  createdAt: ago(3000 + number),
  updatedAt: ago(10),
  closedAt: null,
  ...extra,
});
export const risks = [
  risk(1, "A viewer can read payroll", "critical", 5, 5, "role-boundaries"),
  risk(2, "Unsigned tokens are accepted on /api/chat", "critical", 4, 5, "token-rejection", { dueAt: ago(2000) }),
  risk(3, "Anyone can send mail as ops.example.test", "high", 4, 4, "email-authentication", {
    owner: null,
    decision: null,
    dueAt: null,
  }),
  risk(4, "Stripe key in commit 91ab77", "high", 3, 5, "secret-storage", { state: "rechecking" }),
  risk(5, "Chat accepts 10 MiB messages", "medium", 3, 3, "payload-validation", { dueAt: ahead(2) }),
  risk(6, "Break-glass to the registrar untested for 97 days", "medium", 2, 4, "backup-access", {
    decision: decision("defer", ahead(8)),
    isManual: true,
    owner: mira,
  }),
  risk(7, "Server header names its version", "low", 2, 1, "https-everywhere", {
    owner: null,
    decision: decision("accept", ahead(90)),
  }),
  risk(8, "Old session works after logout", "high", 4, 4, "session-lifecycle", {
    state: "verified",
    closedAt: ago(120),
  }),
];
const result = (verdict, summary, evidence, run) => ({
  runNumber: run,
  rule: "edge/hsts",
  checkId: "https-everywhere",
  targetId: "t",
  targetUrl: "https://ops-copilot.test",
  verdict,
  severity: "high",
  code: "x",
  summary,
  evidence,
  observedAt: ago(run === 129 ? 60 : 120),
  reproduce: "curl -sS -D - -o /dev/null https://ops-copilot.test/",
  riskNumber: 3,
});
export const activities = [
  ["risk.reopened", "Audit", 60],
  ["risk.mark_fixed", "Jonas Dahl", 70],
  ["risk.found", "Audit", 120],
].map(([action, name, m], i) => ({
  id: "a" + i,
  at: ago(m),
  actor: { id: null, name },
  action,
  objectType: "risk",
  objectId: "1",
  details: {},
}));
export const riskDetail = {
  ...risks[1],
  fix: "Check the role on the server, in the query that loads payroll, not in the menu.",
  references: [
    { label: "CWE-862 Missing Authorization", url: "https://cwe.mitre.org/data/definitions/862.html" },
    { label: "RFC 6797 HSTS", url: "https://www.rfc-editor.org/rfc/rfc6797" },
  ],
  before: result(
    "fail",
    "No Strict-Transport-Security header was sent.",
    [
      { label: "status", value: "200" },
      { label: "strict-transport-security", value: "(absent)" },
    ],
    128,
  ),
  after: result(
    "warn",
    "HSTS lasts 200 days; a year is the bar.",
    [
      { label: "status", value: "200" },
      { label: "strict-transport-security", value: "max-age=17280000; includeSubDomains" },
    ],
    129,
  ),
  verifyRun: null,
  decisions: [],
  activities,
};
const v = stages[2].checks[2];
export const checkDetail = {
  ...v,
  status: "warning",
  statusWhy: "One of 15 rules warns, and the rest pass with evidence from today.",
  bar: CHECKS[v.id].bar,
  why: CHECKS[v.id].why,
  fix: CHECKS[v.id].fix,
  references: CHECKS[v.id].references,
  weight: 5,
  freshDays: 30,
  rules: ["edge/hsts", "edge/csp", "edge/tls-chain"],
  notApplicableReason: null,
  latest: [
    {
      ...result(
        "warn",
        "HSTS lasts 200 days; a year is the bar.",
        [{ label: "strict-transport-security", value: "max-age=17280000; <script>alert(1)</script>" }],
        129,
      ),
      ruleText: {
        title: "HSTS",
        why: "w",
        fix: "Raise max-age to 31536000 once every host is ready.",
        references: [],
        outcomes: {},
      },
    },
    {
      ...result("inconclusive", "The connection to port 443 was refused.", [], 129),
      rule: "edge/tls-key",
      ruleText: null,
    },
    {
      ...result("pass", "The chain is complete.", [{ label: "issuer", value: "ISRG Root X1" }], 129),
      rule: "edge/tls-chain",
      ruleText: null,
    },
  ],
  history: [
    { at: ago(60), runNumber: 129, verdicts: { pass: 13, warn: 1, inconclusive: 1 } },
    { at: ago(120), runNumber: 128, verdicts: { pass: 12, fail: 2, warn: 1 } },
  ],
  attestations: [
    {
      id: "at",
      checkId: v.id,
      statement: "Checked the load balancer by hand with Ana: TLS 1.0 and 1.1 are off.",
      link: "https://wiki.example.com/tls",
      isOverride: false,
      author: mira,
      observedAt: ago(4000),
      expiresAt: ahead(30),
      createdAt: ago(3900),
      withdrawnAt: null,
    },
  ],
  risks: [risks[2]],
  activities,
};
export const people = [mira, jonas];
export const project = { slug: "ops-copilot", name: "Ops Copilot", role: "founder", blockers: 3, stages };
export const projects = [
  {
    slug: "ops-copilot",
    name: "Ops Copilot",
    description: "",
    role: "founder",
    readiness: 69,
    gateHeld: 6,
    gateTotal: 9,
    blockers: 3,
    stages,
    lastRunAt: ago(12),
    primaryUrl: "https://ops-copilot.test",
  },
  {
    slug: "b",
    name: "Billing Bot",
    description: "Answers questions about invoices",
    role: "client",
    readiness: null,
    gateHeld: 0,
    gateTotal: 9,
    blockers: 0,
    stages: stages.map((s) => ({ ...s, done: 0, failing: 0, warnings: 0, unproven: s.total })),
    lastRunAt: null,
    primaryUrl: null,
  },
];
