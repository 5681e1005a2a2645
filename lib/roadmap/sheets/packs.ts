import type { Artefact } from "./artefact.ts";
import { atMinute, type Block, named } from "./block.ts";

type Packs = Extract<Artefact, { kind: "packs" }>;

export function packBlocks({ packs }: Packs): Block[] {
  return [
    {
      kind: "table",
      title: "Versions",
      note: "Newest first.",
      columns: ["Version", "State", "Made", "By", "Pages", "SHA-256 of the PDF"],
      rows: packs.map(({ version, isDraft, createdAt, createdBy, pages, sha256 }) => [
        { text: `Version ${version}`, place: { kind: "pack", version } },
        isDraft
          ? { text: "Draft", mark: { shape: "clock", tone: "warn", word: "Draft" } }
          : { text: "Final", mark: { shape: "check", tone: "ok", word: "Final" } },
        atMinute(createdAt),
        named(createdBy),
        { text: pages === null ? "not known" : String(pages) },
        sha256 === null ? { text: "none" } : { text: sha256, isMono: true },
      ]),
      empty: "No version is ready yet.",
    },
  ];
}
