import type { RiskView } from "#db/queries/views.ts";

const folded = (text: string) => text.normalize("NFKD").toLowerCase();

/** All that somebody may have in mind when looking for a risk. */
function haystack(risk: RiskView): string {
  const { number, title, description, targetUrl, rule, tool, location, owner } = risk;
  const parts = [`#${number}`, title, description, targetUrl, rule, tool, location?.uri, owner?.name];
  return folded(parts.filter(Boolean).join("\n"));
}

/** Whether every word of the search stands somewhere in the risk. */
export function saysAll(risk: RiskView, search: string): boolean {
  const text = haystack(risk);
  return folded(search.trim())
    .split(/\s+/)
    .every((word) => text.includes(word));
}
