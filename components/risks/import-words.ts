/** What the API answers to an import, of all tools of the file together and of each. */
export type ImportEffect = {
  findings: number;
  opened: number;
  reopened: number;
  verified: number;
  changed: number;
  skipped: number;
};
export type ImportAnswer = ImportEffect & { tools: (ImportEffect & { tool: string; version: string | null })[] };

export const SARIF_MEGABYTES_MAX = 10;

const COUNTS: readonly { of: keyof ImportEffect; words: (count: number) => string }[] = [
  { of: "opened", words: (count) => `${count} new on the register` },
  {
    of: "reopened",
    words: (count) => `${count} reopened, since the scanner sees ${count === 1 ? "it" : "them"} again`,
  },
  {
    of: "verified",
    words: (count) => `${count} verified fixed, since a complete scan names ${count === 1 ? "it" : "them"} no more`,
  },
  { of: "changed", words: (count) => `${count} with other words or another severity` },
  {
    of: "skipped",
    words: (count) =>
      `${count} skipped: results that are no findings, that the scanner suppressed, or that our own audits follow`,
  },
];

/** What the file did to the register, a line for each thing; one line when it did nothing. */
export function effectLines(effect: ImportEffect): string[] {
  const lines = COUNTS.flatMap(({ of, words }) => (effect[of] > 0 ? [words(effect[of])] : []));
  return lines.length > 0 ? lines : ["Nothing changed: the register knew all of it already"];
}

/** Why this file cannot be sent at all, before it is. */
export function fileProblem({ size, name }: { size: number; name: string }): string | null {
  if (size === 0) return `${name} is empty.`;
  if (size > SARIF_MEGABYTES_MAX * 1024 * 1024) {
    return `${name} is larger than ${SARIF_MEGABYTES_MAX} MB. Scan in parts, and import each.`;
  }
  return null;
}
