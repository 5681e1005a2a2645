import { expect, it } from "vitest";
import type { DnsQuestion } from "../observation.ts";
import { agree, anyAgree } from "./agreement.ts";

const question = (type: string, ...answers: (string[] | "servfail" | "nxdomain")[]): DnsQuestion => ({
  name: "example.com",
  type,
  answers: answers.map((said, index) => ({
    resolver: `192.0.2.${index}`,
    status: Array.isArray(said) ? (said.length > 0 ? "ok" : "nodata") : said,
    records: Array.isArray(said) ? said : [],
    ms: 1,
  })),
});

it.each([
  ["A", [["192.0.2.1", "192.0.2.2"], ["192.0.2.2"]], true],
  ["A", [["192.0.2.1"], ["192.0.2.2"]], false],
  ["A", [["192.0.2.1"], []], false],
  ["A", [["192.0.2.1"], "servfail"], true],
  [
    "NS",
    [
      ["A.test", "b.test"],
      ["b.test", "a.test"],
    ],
    true,
  ],
  ["NS", [["a.test", "b.test"], ["a.test"]], false],
  ["TXT", [["key=A"], ["key=a"]], false],
  [
    "TXT",
    [
      ["b", "a"],
      ["a", "b"],
    ],
    true,
  ],
  ["CNAME", [[], "nxdomain"], true],
] as const)("%s %j agree: %s", (type, answers, expected) => {
  expect(agree(question(type, ...answers.map((said) => (typeof said === "string" ? said : [...said]))))).toBe(expected);
});

it("finds one common answer between two groups, or nothing to compare", () => {
  const one = question("A", ["192.0.2.1"], ["192.0.2.2"]);
  expect(anyAgree(one, question("A", ["192.0.2.2"]))).toBe(true);
  expect(anyAgree(one, question("A", ["192.0.2.3"]))).toBe(false);
  expect(anyAgree(one, question("A", "servfail"))).toBe(true);
});
