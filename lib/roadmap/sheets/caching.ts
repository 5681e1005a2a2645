import type { Mark } from "#lib/handover/view-words.ts";
import type { Artefact, SheetAsset } from "./artefact.ts";
import { type Block, byRun, marked } from "./block.ts";

type Caching = Extract<Artefact, { kind: "caching" }>;

const MARKS: Readonly<Record<SheetAsset["verdict"], Mark>> = {
  ok: { shape: "check", tone: "ok", word: "Safe to cache" },
  fault: { shape: "cross", tone: "bad", word: "Not as it should" },
  unseen: { shape: "ring", tone: "mute", word: "Could not check" },
};

/** Each file that the audits fetched twice, with the header that tells. */
export function cachingBlocks({ assets }: Caching): Block[] {
  return [
    {
      kind: "table",
      title: "Files that may be cached",
      note: "Each was fetched twice; what the second answer says proves that a cache kept it.",
      columns: ["Host", "File", "State", "Cache-Control", "First answer", "Second answer", "Proof"],
      head: 1,
      rows: assets.map(({ targetId, host, url, verdict, cacheControl, first, second, runNumber }) => [
        { text: host, place: { kind: "host", target: targetId } },
        { text: pathOf(url), isMono: true },
        marked(MARKS[verdict]),
        { text: cacheControl ?? "no answer" },
        { text: first },
        { text: second },
        byRun(runNumber),
      ]),
      empty: "No audit has fetched a hashed file yet.",
    },
  ];
}

function pathOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.pathname}${parsed.search}` : url;
}
