import { expect, it } from "vitest";
import { STEPS } from "./observation.ts";
import { sayWhyNot } from "./why-not.ts";

it.each([
  ["dns", "nxdomain", "The name does not resolve (NXDOMAIN)."],
  ["http", "header_timeout", "No answer within 10 s."],
  ["connect", "connect_timeout", "No connection within 10 s."],
  ["policy", "blocked_address", "The name leads to a private or reserved address, which audits may not reach."],
  ["tls", "tls_error", "It was cut\\u{202e} off."],
  ["internal", "constructor", "It was cut\\u{202e} off."],
] as const)("says for %s, %s: %s", (step, code, sentence) => {
  expect(sayWhyNot({ step, code, reason: "It was cut\u202e off." })).toBe(sentence);
});

it.each(STEPS)("has a sentence for the step %s when the code is new and no reason is given", (step) => {
  expect(sayWhyNot({ step, code: "brand_new", reason: " ." })).toMatch(/^[A-Z][^:]+\.$/);
});
