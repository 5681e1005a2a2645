import { minute } from "#lib/handover/view-words.ts";
import type { Place } from "./place.ts";
import type { DeliverableDetail } from "./sheets/artefact.ts";
import type { Block, Cell } from "./sheets/block.ts";
import { sheetOf } from "./sheets/sheet-of.ts";

/** Where a place is, for those who read it elsewhere; without it nothing is linked. */
type Links = (place: Place) => string;

const STATE_WORDS = { complete: "Complete", incomplete: "Incomplete", no_data: "No data" } as const;

/** A deliverable to paste into a wiki, a ticket or a mail. Texts are escaped: they may be a target's. */
export function deliverableMarkdown(detail: DeliverableDetail, links?: Links): string {
  const { title, project, summary, state, why, asOf, lastRun, missing } = detail;
  const { remark, blocks } = sheetOf(detail);
  const run =
    lastRun === null
      ? "No audit has finished yet."
      : `The last audit is run ${lastRun.number} of ${minute(lastRun.finishedAt)}.`;
  const parts = [
    `# ${plain(title)}`,
    `${plain(project)}, as of ${minute(asOf)}. ${run}`,
    plain(summary),
    `**${STATE_WORDS[state]}.** ${plain(why)}`,
    ...(remark === null ? [] : [plain(remark)]),
    ...(missing.length === 0
      ? []
      : ["## What is missing", missing.map(({ what, place }) => `- ${linked(plain(what), place, links)}`).join("\n")]),
    ...blocks.flatMap((block) => blockParts(block, links)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockParts(block: Block, links: Links | undefined): string[] {
  const head = [`## ${plain(block.title)}`, ...(block.note ? [plain(block.note)] : [])];
  switch (block.kind) {
    case "form":
      return [...head, block.fields.map((field) => `**${plain(field)}:**\n\n…`).join("\n\n")];
    case "records":
      return [...head, fence(block.records.map(({ name, type, value }) => `${name} ${type} ${value}`))];
    case "table":
      return block.rows.length === 0 ? [...head, plain(block.empty)] : [...head, table(block, links)];
  }
}

function table({ columns, rows }: Extract<Block, { kind: "table" }>, links: Links | undefined): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(plain)),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(row.map((one) => cell(one, links)))),
  ].join("\n");
}

function cell({ text, note, place, isMono }: Cell, links: Links | undefined): string {
  const shown = isMono ? code(text) : linked(plain(text), place, links);
  return note === undefined ? shown : `${shown}<br>${plain(note)}`;
}

function linked(text: string, place: Place | undefined, links: Links | undefined): string {
  return place && links ? `[${text}](${links(place)})` : text;
}

/** One line in which nothing is markup. */
function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|#~!&]/g, "\\$&");
}

/** In a table a bar ends the cell even within code. */
function code(text: string): string {
  const flat = oneLine(text).replaceAll("|", "\\|");
  const ticks = "`".repeat(1 + longestRun(flat));
  return flat === "" ? "" : `${ticks} ${flat} ${ticks}`;
}

function fence(lines: readonly string[]): string {
  const flat = lines.map(oneLine).join("\n");
  const ticks = "`".repeat(Math.max(3, 1 + longestRun(flat)));
  return `${ticks}\n${flat}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
