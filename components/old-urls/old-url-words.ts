import type { OldUrlRow } from "#lib/audits/facts/old-urls.ts";

export const isFaulty = ({ verdict }: OldUrlRow) => verdict === "fault";

/** "2 of 14 old addresses lead elsewhere." */
export function oldUrlsInWords(rows: readonly OldUrlRow[]): string {
  const count = (verdict: OldUrlRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const total = `${rows.length} old ${rows.length === 1 ? "address" : "addresses"}`;
  const [faults, unseen, waiting] = [count("fault"), count("unseen"), count("not_run")];
  if (rows.length === 0) return "Do your old addresses still lead somewhere?";
  if (waiting === rows.length) return `Nobody has followed ${total === "1 old address" ? "it" : `the ${total}`} yet.`;
  if (faults > 0) return `${faults} of ${total} ${faults === 1 ? "leads" : "lead"} elsewhere.`;
  if (unseen > 0) return `${unseen} of ${total} could not be followed.`;
  if (waiting > 0) return `${waiting} of ${total} ${waiting === 1 ? "was" : "were"} not followed yet.`;
  return rows.length === 1 ? "The old address leads where it must." : `All ${total} lead where they must.`;
}
