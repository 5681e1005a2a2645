import { expect, it } from "vitest";
import { NO_NOTES } from "../observation.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { aaaaParity } from "./aaaa-parity.ts";

const HOST = "example.com";
const [noA, noAaaa] = [answered(HOST, "A"), answered(HOST, "AAAA")];
const expecting = { notes: { ...NO_NOTES, expects: ["192.0.2.10", "2001:db8::10"] } };

testOutcomes(aaaaParity, [
  ["ok", "pass", "both families have addresses", {}],
  ["ipv4-only", "pass", "nobody asked for IPv6", { dns: { aaaa: noAaaa } }],
  ["missing", "warn", "IPv6 is expected", { dns: { aaaa: noAaaa } }, expecting],
  ["ipv6-only", "warn", "there is no IPv4 address", { dns: { a: noA } }],
  ["broken", "warn", "the question fails", { dns: { aaaa: answeredBy(HOST, "AAAA", "servfail") } }],
  ["denied", "fail", "the question hides the name", { dns: { aaaa: answeredBy(HOST, "AAAA", "nxdomain") } }],
  ["no-address", "not_applicable", "there is no address", { dns: { a: noA, aaaa: noAaaa } }],
  ["unanswered", "inconclusive", "nobody answers", { dns: { a: answeredBy(HOST, "A", "timeout") } }],
]);

it("gives the record to publish", () => {
  const { publish } = judge(aaaaParity, healthyObservation({ dns: { aaaa: noAaaa } }, expecting));
  expect(publish).toEqual([{ name: HOST, type: "AAAA", value: "2001:db8::10" }]);
});
