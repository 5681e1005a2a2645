type Bag = Record<string, unknown> | null | undefined;

/** A text or number of a property bag, where it is one. */
export function property(bag: Bag, name: string): string | null {
  const value = bag && Object.hasOwn(bag, name) ? bag[name] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

const TEXTS_MAX = 50;
const TEXT_MAX = 200;

/** The first texts of a list in a property bag; a single text counts as a list of one. */
export function texts(bag: Bag, name: string): string[] {
  const value = bag && Object.hasOwn(bag, name) ? bag[name] : undefined;
  return (Array.isArray(value) ? value.slice(0, TEXTS_MAX) : [value])
    .filter((one) => typeof one === "string")
    .map((one) => one.slice(0, TEXT_MAX));
}

/** The texts among a map's values, by name. */
export function entriesOf(bag: Bag): [string, string][] {
  return Object.entries(bag ?? {})
    .filter((entry): entry is [string, string] => typeof entry[1] === "string")
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
