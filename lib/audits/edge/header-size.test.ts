import { HEALTHY_HEADERS } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { headerSize } from "./header-size.ts";

const withLines = (...values: string[]) => {
  const healthy = HEALTHY_HEADERS.map(([key, text]): [string, string] => [key, text]);
  const more = values.map((value, index): [string, string] => [`x-more-${index}`, value]);
  return { page: { response: { headers: [...healthy, ...more] } } };
};

testOutcomes(headerSize, [
  ["ok", "pass", "the headers are short", {}],
  ["ok", "pass", "one is long", withLines("x".repeat(7_000))],
  ["long-line", "warn", "one was cut at 8 KiB", withLines("x".repeat(8_192))],
  ["large-block", "warn", "together they are more than 16 KiB", withLines(...Array(4).fill("x".repeat(4_500)))],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
