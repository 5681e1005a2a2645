const SLUG_LENGTH_MAX = 48;

/** Taken by pages of our own below /projects. */
const RESERVED = new Set(["new", "archived"]);

/** The nth name in addresses that a project may have: `ops-copilot`, `ops-copilot-2`, … */
export function projectSlug(name: string, attempt: number): string {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = letters.replace(/[^a-z0-9]+/g, "-").slice(0, SLUG_LENGTH_MAX);
  const base = slug.replace(/^-+|-+$/g, "") || "project";
  const number = RESERVED.has(base) ? attempt + 1 : attempt;
  return number === 1 ? base : `${base}-${number}`;
}
