import { placeOf, STATUS_MARKS, VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { CHECKS } from "../stages.ts";
import type { Artefact, SheetEvidence } from "./artefact.ts";
import { type Block, byRun, type Cell, marked, onDay } from "./block.ts";

/** Of these, the artefact shows each result already. */
const SHOWN: readonly Artefact["kind"][] = ["domains", "mail"];

/** How each check stands that a deliverable is made of, then all that was seen and said for it. */
export function evidenceBlocks(evidence: readonly SheetEvidence[], { kind }: Pick<Artefact, "kind">): Block[] {
  if (evidence.length === 0) return [];
  const results = SHOWN.includes(kind) ? [] : evidence.flatMap((one) => one.results);
  return [
    {
      kind: "table",
      title: "What it rests on",
      columns: ["Check", "State", "Why", "Evidence of"],
      rows: evidence.map(({ checkId, status, why, evidenceAt }) => [
        { text: CHECKS[checkId].title, place: { kind: "check", id: checkId } },
        marked(STATUS_MARKS[status]),
        { text: why },
        onDay(evidenceAt, "none"),
      ]),
      empty: "",
    },
    ...(results.length === 0 ? [] : [resultBlock("What the audits saw", results)]),
    ...(evidence.every(({ isByRules, statements }) => isByRules && statements.length === 0)
      ? []
      : [statementBlock(evidence)]),
  ];
}

function resultBlock(title: string, results: SheetEvidence["results"]): Block {
  return {
    kind: "table",
    title,
    columns: ["Host", "What", "State", "Found", "Proof", "Seen"],
    head: 1,
    rows: results.map(({ targetId, targetUrl, title: rule, verdict, summary, runNumber, observedAt }) => [
      { text: placeOf(targetUrl), place: { kind: "host", target: targetId } },
      { text: rule },
      marked(VERDICT_MARKS[verdict]),
      { text: summary },
      byRun(runNumber),
      onDay(observedAt),
    ]),
    empty: "No audit has looked at this yet.",
  };
}

function statementBlock(evidence: readonly SheetEvidence[]): Block {
  return {
    kind: "table",
    title: "What people stated",
    columns: ["Check", "Statement", "By", "True on", "Until"],
    rows: evidence.flatMap(({ checkId, statements }) =>
      statements.map(({ statement, link, author, isOverride, observedAt, expiresAt }): Cell[] => [
        { text: CHECKS[checkId].shortTitle, place: { kind: "check", id: checkId } },
        {
          text: statement,
          note: [isOverride ? "set by hand" : "", link ?? ""].filter(Boolean).join("; ") || undefined,
        },
        author ? { text: author.name } : { text: "a former member" },
        onDay(observedAt),
        onDay(expiresAt, "no end"),
      ]),
    ),
    empty: "Nobody has given dated evidence of their own yet.",
  };
}
