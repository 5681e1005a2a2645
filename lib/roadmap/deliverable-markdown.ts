import { DELIVERABLE_MARKS, minute } from "#lib/handover/view-words.ts";
import { codeCell, fenced, plainLine, plainStart } from "./markdown.ts";
import type { Place } from "./place.ts";
import type { DeliverableDetail } from "./sheets/artefact.ts";
import type { Block, Cell } from "./sheets/block.ts";
import { sheetOf } from "./sheets/sheet-of.ts";

/** Where a place is, for those who read it elsewhere; without it nothing is linked. */
type Links = (place: Place) => string;

/** A deliverable to paste into a wiki, a ticket or a mail. Texts are escaped: they may be a target's. */
export function deliverableMarkdown(detail: DeliverableDetail, links?: Links): string {
  const { title, project, summary, state, why, asOf, lastRun, missing } = detail;
  const { remark, blocks } = sheetOf(detail);
  const run =
    lastRun === null
      ? "No audit has finished yet."
      : `The last audit is run ${lastRun.number} of ${minute(lastRun.finishedAt)}.`;
  const parts = [
    `# ${plainLine(title)}`,
    `${plainLine(project)}, as of ${minute(asOf)}. ${run}`,
    plainStart(summary),
    `**${DELIVERABLE_MARKS[state].word}.** ${plainLine(why)}`,
    ...(remark === null ? [] : [plainStart(remark)]),
    ...(missing.length === 0
      ? []
      : [
          "## What is missing",
          missing.map(({ what, place }) => `- ${linked(plainStart(what), place, links)}`).join("\n"),
        ]),
    ...blocks.flatMap((block) => blockParts(block, links)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockParts(block: Block, links: Links | undefined): string[] {
  const head = [`## ${plainLine(block.title)}`, ...(block.note ? [plainStart(block.note)] : [])];
  switch (block.kind) {
    case "form":
      return [...head, block.fields.map((field) => `**${plainLine(field)}:**\n\n…`).join("\n\n")];
    case "records":
      return [...head, fenced(block.records.map(({ name, type, value }) => `${name} ${type} ${value}`))];
    case "table":
      return block.rows.length === 0 ? [...head, plainLine(block.empty)] : [...head, table(block, links)];
  }
}

function table({ columns, rows }: Extract<Block, { kind: "table" }>, links: Links | undefined): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(plainLine)),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(row.map((one) => cell(one, links)))),
  ].join("\n");
}

function cell({ text, note, place, isMono }: Cell, links: Links | undefined): string {
  const shown = isMono ? codeCell(text) : linked(plainLine(text), place, links);
  return note === undefined ? shown : `${shown}<br>${plainLine(note)}`;
}

function linked(text: string, place: Place | undefined, links: Links | undefined): string {
  return place && links ? `[${text}](${links(place)})` : text;
}
