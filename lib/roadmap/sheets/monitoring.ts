import type { SheetProvider } from "./artefact.ts";
import type { Block } from "./block.ts";

/** Who runs what, and who of ours has the keys to it. */
export function providerBlock(title: string, providers: readonly SheetProvider[]): Block {
  return {
    kind: "table",
    title,
    columns: ["For", "Provider", "Owners", "Console"],
    rows: providers.map(({ kind, provider, owners, consoleUrl }) => [
      { text: kind, place: { kind: "page", page: "owners" } },
      { text: provider },
      {
        text:
          owners.map(({ name, contact }) => (contact === "" ? name : `${name} (${contact})`)).join(", ") || "nobody",
      },
      consoleUrl === null ? { text: "none" } : { text: consoleUrl, isMono: true },
    ]),
    empty: "No owner is written down yet.",
  };
}
