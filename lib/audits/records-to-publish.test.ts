import { expect, it } from "vitest";
import { recordsAsked, recordsToPublish } from "./records-to-publish.ts";

const SPF = { name: "example.com", type: "TXT", value: "v=spf1 -all" };
const CAA = { name: "example.com", type: "CAA", value: '0 issue "letsencrypt.org"' };

const RESULTS = [
  { rule: "mail/mx", verdict: "pass", publish: [CAA] },
  { rule: "mail/spf", verdict: "fail", publish: [SPF, CAA] },
  { rule: "dns/caa", verdict: "warn", publish: [{ ...CAA }] },
] as const;

const given = RESULTS.map((one) => ({ ...one, publish: [...one.publish] }));

it("is each record once, with the first that asks, and nothing of what passes", () => {
  expect(recordsToPublish(given)).toEqual([
    { ...SPF, rule: "mail/spf" },
    { ...CAA, rule: "mail/spf" },
  ]);
  expect(recordsAsked(given).map(({ by }) => by)).toEqual([given[1], given[1]]);
});
