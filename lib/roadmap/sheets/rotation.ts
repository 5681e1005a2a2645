import type { Artefact } from "./artefact.ts";
import { type Block, type Cell, onDay } from "./block.ts";

type Rotation = Extract<Artefact, { kind: "rotation" }>;

/** Each runbook for replacing a secret, step by step, with who has done it. */
export function rotationBlocks({ runbooks }: Rotation): Block[] {
  if (runbooks.length === 0) {
    return [
      {
        kind: "table",
        title: "How a key is replaced",
        columns: [],
        rows: [],
        empty: "No runbook for rotating a secret is written down yet.",
      },
    ];
  }
  return runbooks.map(({ id, title, steps, lastCompleteAt }) => ({
    kind: "table",
    title,
    note:
      lastCompleteAt === null
        ? "Nobody has gone through all of it yet."
        : `Last gone through on ${onDay(lastCompleteAt).text}.`,
    columns: ["Step", "What to do", "Done by"],
    head: 1,
    rows: steps.map(({ text, people }, at): Cell[] => [
      { text: String(at + 1), place: { kind: "runbook", id } },
      { text },
      { text: people.join(", ") || "nobody yet" },
    ]),
    empty: "It has no steps yet.",
  }));
}
