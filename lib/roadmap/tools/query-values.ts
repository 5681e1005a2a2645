/** What a page was given in its address; anybody may write anything there. */
export type QueryValues = Readonly<Record<string, string | readonly string[] | undefined>>;

function first(values: QueryValues, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return typeof value === "string" ? value : value?.[0];
}

/** All values of that name that are on the list, in the order of the list, each once. */
export function chosen<T extends string>(values: QueryValues, name: string, among: readonly T[]): T[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  const given = new Set(typeof value === "string" ? [value] : value);
  return among.filter((one) => given.has(one));
}

/** The one of the list that was given, or the usual one. */
export function oneOf<T extends string>(values: QueryValues, name: string, among: readonly T[], usual: T): T {
  return among.find((one) => one === first(values, name)) ?? usual;
}

export type Bounds = { min: number; max: number; usual: number };

/** A plain number within its bounds; what is none, or beyond them, becomes the usual one or the nearer bound. */
export function numberIn(values: QueryValues, name: string, { min, max, usual }: Bounds): number {
  const text = first(values, name)?.trim() ?? "";
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) return usual;
  return Math.min(max, Math.max(min, Number(text)));
}
