import { expect, it } from "vitest";
import { NO_NOTES } from "../observation.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { expectedTarget } from "./expected-target.ts";

const HOST = "example.com";
const expecting = (...expects: string[]) => ({ notes: { ...NO_NOTES, expects } });
const noAaaa = { aaaa: answered(HOST, "AAAA") };
const alias = { dns: { cname: answered(HOST, "CNAME", "Edge.example.net") } };
const both = { dns: { ...noAaaa, a: answered(HOST, "A", "192.0.2.10", "192.0.2.11") } };
const nothing = { dns: { ...noAaaa, a: answered(HOST, "A") } };
const silent = { dns: { ...noAaaa, a: answeredBy(HOST, "A", "timeout") } };

testOutcomes(expectedTarget, [
  ["ok", "pass", "each address is expected", {}, expecting("192.0.2.10", "2001:DB8:0::10")],
  ["ok", "pass", "the alias is expected", alias, expecting("edge.example.net.")],
  ["elsewhere", "fail", "no address is expected", {}, expecting("192.0.2.99")],
  ["elsewhere", "fail", "another alias is expected", alias, expecting("other.example.net")],
  ["partly", "warn", "one address is not expected", both, expecting("192.0.2.10")],
  ["nobody-said", "not_applicable", "nothing is expected", {}],
  ["no-records", "not_applicable", "the host leads nowhere", nothing, expecting("192.0.2.10")],
  ["unanswered", "inconclusive", "nobody answers", silent, expecting("192.0.2.10")],
]);

it("gives the records to publish", () => {
  const expects = ["192.0.2.99", "2001:db8::99", "edge.example.net"];
  const { publish } = judge(expectedTarget, healthyObservation({}, expecting(...expects)));
  expect(publish.map(({ type, value }) => [type, value])).toEqual([
    ["A", "192.0.2.99"],
    ["AAAA", "2001:db8::99"],
    ["CNAME", "edge.example.net"],
  ]);
});
