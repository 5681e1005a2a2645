import type { Verdict } from "#lib/audits/types.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { access } from "#lib/roadmap/stages/access.ts";
import { audit } from "#lib/roadmap/stages/audit.ts";
import { edge } from "#lib/roadmap/stages/edge.ts";
import { handover } from "#lib/roadmap/stages/handover.ts";
import { monitoring } from "#lib/roadmap/stages/monitoring.ts";
import { resilience } from "#lib/roadmap/stages/resilience.ts";
import { secrets } from "#lib/roadmap/stages/secrets.ts";
import type { CheckStatus } from "#lib/roadmap/status.ts";
import { buildHandover } from "../build-handover.ts";
import type { CheckData, HandoverData } from "../data.ts";
import type { HandoverModel } from "../model.ts";
import { OBSERVATIONS } from "./sample-observations.ts";
import { DELIVERABLES, LINKS, POINTS, PROVIDERS, RUNBOOKS, SIGN_OFFS, SIGNALS, SPRINT } from "./sample-records.ts";
import { DECISIONS, GATE, RISKS } from "./sample-register.ts";

/** A product half-way to its launch: every status, a failing gate, ten risks and more. */

export const SAMPLE_NOW = new Date("2026-11-23T09:30:00.000Z");

const STATUSES: Partial<Record<CheckId, CheckStatus>> = {
  "role-boundaries": "failing",
  "token-rejection": "failing",
  "email-authentication": "failing",
  "sensitive-prompts": "warning",
  "https-everywhere": "warning",
  "subdomain-auth": "not_applicable",
  "payload-validation": "overridden",
  "downstream-timeouts": "unknown",
  "cache-safety": "unknown",
  "certificate-renewal": "unknown",
  "least-privilege-scopes": "unknown",
  "environment-runbook": "attested",
  "backup-access": "stale",
  "secret-rotation": "attested",
  "failure-alerts": "attested",
  "handover-review": "unknown",
};

const LINES: Record<CheckStatus, [line: string, why: string]> = {
  verified: ["All observations pass", "Every observation of the last run passes."],
  attested: ["Stated by the team", "The team states that it holds; nothing was observed by machine."],
  warning: ["One thing to look at", "One observation has a warning; the rest pass."],
  failing: ["Does not hold", "An observation of the last run shows that it does not hold."],
  unknown: ["No evidence yet", "Nothing has been observed and nobody has stated anything."],
  stale: ["Evidence is 97 days old", "What was stated is older than the 90 days that it counts."],
  not_applicable: ["Does not apply", "The product has one host and no subdomains."],
  overridden: [
    "Overridden by the founder",
    "A person states, with a reason, that it holds in spite of what was observed.",
  ],
};

function sampleCheck(check: { id: CheckId; title: string }): CheckData {
  const status = STATUSES[check.id] ?? "verified";
  const [line, why] = LINES[status];
  const evidence = (OBSERVATIONS[check.id] ?? []).map((row) => ({
    target: "https://ops.example.test",
    observedAt: row.runNumber === 14 ? "2026-11-23T09:12:41.000Z" : "2026-11-21T16:40:05.000Z",
    ...row,
  }));
  const byPerson = status === "attested" || status === "overridden" || status === "stale";
  const hasEvidence = status === "verified" || status === "warning" || status === "failing";
  return {
    id: check.id,
    title: check.title,
    status,
    source: byPerson ? "attested" : hasEvidence ? "automatic" : "none",
    line,
    why,
    evidenceAt: hasEvidence ? (evidence[0]?.observedAt ?? null) : byPerson ? "2026-11-20T10:00:00.000Z" : null,
    owner: ["failing", "stale", "attested"].includes(status) ? "Jonas Dahl" : null,
    evidence:
      evidence.length > 0 || !hasEvidence
        ? evidence
        : [genericObservation(check.id, status === "warning" ? "warn" : status === "failing" ? "fail" : "pass")],
    attestations: byPerson
      ? [
          {
            statement:
              status === "overridden"
                ? "The chat endpoint takes bodies of 4 MB on purpose: customers paste whole logs. The edge limits them to ten a minute."
                : "Walked through with both on-call engineers; the steps and the place of every key are in the runbook.",
            author: "Mira Kovač",
            observedAt: status === "stale" ? "2026-08-18T10:00:00.000Z" : "2026-11-20T10:00:00.000Z",
            expiresAt: status === "overridden" ? "2027-01-31T00:00:00.000Z" : null,
            isOverride: status === "overridden",
            link: "https://wiki.example.test/runbook",
          },
        ]
      : [],
  };
}

function genericObservation(id: CheckId, verdict: Verdict): CheckData["evidence"][number] {
  return {
    rule: `sample/${id}`,
    target: "https://ops.example.test",
    verdict,
    summary: verdict === "pass" ? "What the check asks for was seen." : "What the check asks for was not seen.",
    evidence: [{ label: "status", value: "200" }],
    observedAt: "2026-11-21T16:40:05.000Z",
    runNumber: 12,
    reproduce: `launch-ready audit https://ops.example.test --rules sample/${id}`,
  };
}

export function sampleData(): HandoverData {
  const stages = [audit, access, edge, secrets, resilience, monitoring, handover].map((stage) => ({
    id: stage.id,
    order: stage.order,
    title: stage.title,
    goal: stage.goal,
    exit: stage.exit,
    checks: stage.checks.map(sampleCheck),
  }));
  const checks = [audit, access, edge, secrets, resilience, monitoring, handover].flatMap((stage) =>
    stage.checks.map((check) => ({ ...check, status: STATUSES[check.id] ?? "verified" })),
  );
  return {
    version: 3,
    generatedBy: "Mira Kovač",
    project: {
      name: "Ops Copilot",
      description: "A chat assistant that answers questions about a company's operations from its own records.",
    },
    targets: [
      { url: "https://ops.example.test", environment: "production" },
      { url: "https://staging.ops.example.test", environment: "staging" },
    ],
    answer: {
      ready: false,
      headline: "Not ready to launch. Three things stand in the way.",
      lede: "Six of the nine items of the minimum bar hold. When role boundaries, token checks and mail authentication are verified fixed, the gate opens.",
    },
    readiness: {
      score: 69,
      items: checks.map((check) => ({
        checkId: check.id,
        title: check.title,
        weight: check.weight,
        credit:
          check.status === "not_applicable"
            ? null
            : ["verified", "attested", "overridden"].includes(check.status)
              ? 1
              : check.status === "warning"
                ? 0.5
                : 0,
        why: LINES[check.status][1],
      })),
    },
    gate: { items: GATE },
    stages,
    risks: RISKS,
    decisions: DECISIONS,
    branding: { clientName: "Nordlys Logistics", accent: null, paper: "a4" },
    signals: SIGNALS,
    deliverables: DELIVERABLES,
    providers: PROVIDERS,
    runbooks: RUNBOOKS,
    links: LINKS,
    signOffs: SIGN_OFFS,
    sprint: SPRINT,
    points: POINTS,
    missing: [
      { title: "Incident template", why: "The template has no named lead for nights and weekends." },
      { title: "Secret owners", why: "Two of eleven production secrets have one owner only." },
    ],
    runs: [
      {
        number: 12,
        startedAt: "2026-11-21T16:39:58.000Z",
        finishedAt: "2026-11-21T16:40:31.000Z",
        startedBy: "Jonas Dahl",
        algorithm: 1,
        targets: ["https://ops.example.test", "https://staging.ops.example.test"],
      },
      {
        number: 14,
        startedAt: "2026-11-23T09:12:36.000Z",
        finishedAt: "2026-11-23T09:13:02.000Z",
        startedBy: "Mira Kovač",
        algorithm: 1,
        targets: ["https://ops.example.test"],
      },
    ],
  };
}

/** Version 2 of the same product, three days before. */
function earlierModel(): HandoverModel {
  const data = sampleData();
  const better = data.stages.map((stage) => ({
    ...stage,
    checks: stage.checks.map((check) =>
      check.id === "legacy-redirects"
        ? { ...check, status: "failing" as const }
        : check.id === "https-everywhere"
          ? { ...check, status: "verified" as const }
          : check,
    ),
  }));
  const items = data.gate.items.map((item) =>
    item.id === "edge-protection" ? { ...item, holds: false, state: "failing" as const } : item,
  );
  const [first, ...rest] = data.risks;
  const gone = first ? [{ ...first, number: 1, title: "The origin answers without the edge" }] : [];
  const past = [...gone, ...(first ? [{ ...first, severity: "high" as const }] : []), ...rest.slice(0, 8)];
  const readiness = { ...data.readiness, score: 52 };
  const older = { ...data, version: 2, readiness, stages: better, gate: { items }, risks: past, decisions: [] };
  return buildHandover(older, new Date("2026-11-19T16:00:00.000Z"));
}

export function sampleModel(): HandoverModel {
  return buildHandover(sampleData(), SAMPLE_NOW, earlierModel());
}
