import type { SpfNode } from "#lib/audits/facts/mail-facts.ts";

/** A line of the drawn tree, with what the receiver has spent once it has read it. */
export type SpfRow = {
  /** The place in the tree, e.g. `0.2.1`. */
  key: string;
  depth: number;
  text: string;
  cost: number;
  total: number;
  /** What is wrong with the record that the term leads to. */
  fault: Exclude<SpfNode["state"], "ok"> | null;
};

/** RFC 7208 §4.6.4: so many look-ups may a record cost, and so many of them may find nothing. */
export const SPF_LOOKUPS_MAX = 10;
export const SPF_VOIDS_MAX = 2;

const ROWS_MAX = 200;

/** The tree as rows in the order in which a receiver reads it, with the running total of look-ups. */
export function spfRows(root: SpfNode): SpfRow[] {
  const rows: SpfRow[] = [];
  let total = 0;
  const read = (node: SpfNode, depth: number, path: string) => {
    node.terms.forEach(({ text, cost, child }, place) => {
      if (rows.length >= ROWS_MAX) return;
      total += cost;
      const key = `${path}.${place}`;
      rows.push({ key, depth, text, cost, total, fault: child && child.state !== "ok" ? child.state : null });
      if (child) read(child, depth + 1, key);
    });
  };
  read(root, 0, "0");
  return rows;
}
