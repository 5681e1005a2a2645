import type { HandoverModel } from "./model.ts";

/** The model with its keys in order, so that the same model gives the same bytes wherever it was kept meanwhile. */
export function renderJson(model: HandoverModel): string {
  // `<` as an escape, so that the text stays harmless when something takes it for HTML.
  return `${JSON.stringify(ordered(model), null, 2).replaceAll("<", "\\u003c")}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}
