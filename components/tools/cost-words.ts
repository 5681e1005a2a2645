import { ASSUMPTIONS, type AssumptionName } from "#lib/roadmap/tools/cost.ts";

type Words = { label: string; unit: string; hint?: string };

/** In the order of the form. */
export const ASSUMPTION_WORDS: Readonly<Record<AssumptionName, Words>> = {
  rate: { label: "Team rate per hour", unit: "per hour", hint: "What an hour of whoever does the work costs you." },
  pace: {
    label: "Pace",
    unit: "× the plan",
    hint: "1 is the 48-hour sprint's own plan, for a team that knows the product; 2 takes twice as long.",
  },
  requestsPerDay: { label: "AI requests per day", unit: "a day" },
  tokensIn: { label: "Tokens in, per request", unit: "tokens" },
  tokensOut: { label: "Tokens out, per request", unit: "tokens" },
  priceIn: { label: "Price of a million tokens in", unit: "per million" },
  priceOut: { label: "Price of a million tokens out", unit: "per million" },
  hosting: { label: "Hosting per month", unit: "a month" },
  monitoring: { label: "Monitoring per month", unit: "a month" },
  months: { label: "Months until the launch", unit: "in all", hint: "For which AI, hosting and monitoring are paid." },
  low: { label: "If it goes well", unit: "× hours and requests" },
  high: { label: "If it does not", unit: "× hours and requests" },
};

export const GROUPS: readonly { legend: string; note?: string; names: readonly AssumptionName[] }[] = [
  { legend: "Work", names: ["rate", "pace"] },
  {
    legend: "AI usage",
    note: "Take the prices from your provider's own list.",
    names: ["requestsPerDay", "tokensIn", "tokensOut", "priceIn", "priceOut"],
  },
  { legend: "Running it", names: ["hosting", "monitoring", "months"] },
  { legend: "How sure you are", names: ["low", "high"] },
];

/** A number that nobody has changed yet. */
export const isExample = (name: AssumptionName, value: number) => ASSUMPTIONS[name].usual === value;
