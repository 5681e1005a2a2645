import { type Range, rounded } from "#lib/roadmap/tools/cost.ts";

const NUMBERS = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });

export const plain = (value: number) => NUMBERS.format(value);

/** To two digits that count: "4,900". */
export const about = (value: number) => plain(rounded(value));

/** "4,900, between 3,400 and 8,800"; one number where nothing is spread. */
export function rangeInWords({ low, expected, high }: Range, unit: (amount: string) => string): string {
  const [from, middle, to] = [about(low), about(expected), about(high)];
  return from === to ? unit(middle) : `${unit(middle)}, between ${from} and ${to}`;
}
