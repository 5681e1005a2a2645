import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { capitalised, counted } from "../words.ts";
import { AREA_LIST, AREA_TITLES } from "./area-titles.ts";
import type { Artefact, SheetHost } from "./artefact.ts";
import { atMinute, type Block, byRun, type Cell, marked, onDay } from "./block.ts";

type Domains = Extract<Artefact, { kind: "domains" }>;
type Standing = SheetHost["areas"]["dns"]["now"];

/** All hosts in one table, then each by itself: what is open or has changed, and the records to publish. */
export function domainBlocks({ hosts }: Domains): Block[] {
  return [
    {
      kind: "table",
      title: "All hosts",
      note: "The worst that was seen in each area; what it was before stands below where it was another.",
      columns: ["Host", ...AREA_LIST.map((area) => AREA_TITLES[area]), "Seen"],
      rows: hosts.map((host) => [
        { text: host.host, place: { kind: "host", target: host.targetId }, note: host.environment },
        ...AREA_LIST.map((area) => areaCell(host.areas[area])),
        onDay(host.observedAt),
      ]),
      empty: "No host is audited yet.",
    },
    ...hosts.flatMap(hostBlocks),
  ];
}

function areaCell({ now, before }: SheetHost["areas"]["dns"]): Cell {
  const mark = VERDICT_MARKS[now?.verdict ?? "not_run"];
  const changed = before !== null && before.verdict !== now?.verdict;
  return marked(mark, changed ? `before: ${wordOf(before).toLowerCase()}` : undefined);
}

function wordOf(standing: Standing): string {
  return VERDICT_MARKS[standing?.verdict ?? "not_run"].word;
}

function hostBlocks({ host, observedAt, changes, publish }: SheetHost): Block[] {
  if (observedAt === null) return [];
  const found = changes.length === 0 ? "in order" : `${counted(changes.length, "line")} open or changed`;
  return [
    {
      kind: "table",
      title: host,
      note: `Seen on ${atMinute(observedAt).text}: ${found}.`,
      columns: ["What", "Before", "Now", "Found", "Proof"],
      rows: changes.map(({ title, now, before, beforeRun }) => [
        { text: title },
        before === null
          ? { text: "first look" }
          : marked(VERDICT_MARKS[before], beforeRun === null ? undefined : `run ${beforeRun}`),
        marked(VERDICT_MARKS[now.verdict]),
        { text: now.summary },
        byRun(now.runNumber),
      ]),
      empty: `${capitalised("each")} rule that applies is in order, as it was before.`,
    },
    ...(publish.length === 0
      ? []
      : [
          {
            kind: "records" as const,
            title: `To publish for ${host}`,
            note: "Each record mends a line above.",
            records: publish,
          },
        ]),
  ];
}
