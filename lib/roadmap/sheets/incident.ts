import { STATUS_MARKS } from "#lib/handover/view-words.ts";
import { CHECKS, stageOf } from "../stages.ts";
import type { Artefact } from "./artefact.ts";
import { atMinute, type Block, marked, named, onDay } from "./block.ts";
import { providerBlock } from "./monitoring.ts";

type Incident = Extract<Artefact, { kind: "incident" }>;

/** To be copied when something breaks: what to write down, and what is known already. */
export function incidentBlocks({ failing, providers, deployments }: Incident, asOf: string): Block[] {
  return [
    {
      kind: "form",
      title: "Incident report",
      note: `Filled in from the evidence of ${atMinute(asOf).text}. Copy it as Markdown when something breaks, and complete it.`,
      fields: [
        "What users see, in one sentence",
        "Since when, and how it was noticed",
        "Layer (DNS, TCP, TLS, HTTP, sign-in, a provider, or not known)",
        "Who leads, and who was told",
        "What was done, each step with its time",
        "When it was over, and what showed that",
        "What will keep it from happening again",
      ],
    },
    {
      kind: "table",
      title: "Failing already",
      note: "Look here first: these were known to be wrong before.",
      columns: ["Stage", "Check", "State", "What is wrong", "Owner", "Seen"],
      head: 1,
      rows: failing.map(({ checkId, line, evidenceAt, owner }) => [
        { text: stageOf(checkId).shortTitle },
        { text: CHECKS[checkId].shortTitle, place: { kind: "check", id: checkId } },
        marked(STATUS_MARKS.failing),
        { text: line },
        named(owner),
        onDay(evidenceAt),
      ]),
      empty: "No check fails as far as the evidence goes.",
    },
    {
      kind: "table",
      title: "Changed lately",
      columns: ["Version", "Environment", "Deployed"],
      rows: deployments.map(({ version, environment, deployedAt }) => [
        { text: version, isMono: true },
        { text: environment },
        atMinute(deployedAt),
      ]),
      empty: "No deployment was recorded yet.",
    },
    providerBlock("Whom to call", providers),
  ];
}
