import { type DnsQuestion, NO_NOTES } from "../observation.ts";
import { answered } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { resolverAgreement } from "./resolver-agreement.ts";

type Answer = DnsQuestion["answers"][number];

/** A different answer from each resolver: its records, or how it failed. */
function split(type: string, ...answers: readonly (readonly string[] | Answer["status"])[]): DnsQuestion {
  return {
    name: "example.com",
    type,
    answers: answers.map((answer, index) => ({
      resolver: `192.0.2.${index}:53`,
      status: typeof answer === "string" ? answer : "ok",
      records: typeof answer === "string" ? [] : [...answer],
      ms: 4,
    })),
  };
}

testOutcomes(resolverAgreement, [
  ["ok", "pass", "all say the same", {}],
  [
    "ok",
    "pass",
    "the order and the case differ",
    { dns: { ns: split("NS", ["a.example", "B.example"], ["b.example", "A.example"]) } },
  ],
  [
    "ok",
    "pass",
    "a pool shows overlapping parts of itself",
    { dns: { a: split("A", ["192.0.2.1", "192.0.2.2"], ["192.0.2.2", "192.0.2.3"]) } },
  ],
  [
    "ok",
    "pass",
    "addresses differ behind one alias",
    {
      dns: { a: split("A", ["192.0.2.1"], ["192.0.2.9"]), cname: answered("example.com", "CNAME", "edge.example.net") },
    },
  ],
  ["ok", "pass", "one of three is silent", { dns: { a: split("A", ["192.0.2.1"], ["192.0.2.1"], "timeout") } }],
  [
    "existence-differs",
    "fail",
    "one says that the name does not exist",
    { dns: { a: split("A", ["192.0.2.1"], "nxdomain") } },
  ],
  [
    "nameservers-differ",
    "warn",
    "a delegation is half moved",
    { dns: { ns: split("NS", ["a.example"], ["b.example"]) } },
  ],
  [
    "addresses-differ",
    "warn",
    "the sets have nothing in common",
    { dns: { a: split("A", ["192.0.2.1"], ["192.0.2.9"]) } },
  ],
  [
    "spread",
    "pass",
    "each resolver is sent to another place of CloudFront",
    { dns: { a: split("A", ["3.161.82.11"], ["18.66.147.20"]) } },
  ],
  [
    "spread",
    "pass",
    "the team expects both",
    { dns: { a: split("A", ["192.0.2.1"], ["192.0.2.9"]) } },
    { notes: { ...NO_NOTES, expects: ["192.0.2.1", "192.0.2.9"] } },
  ],
  [
    "addresses-differ",
    "warn",
    "the team expects only one",
    { dns: { a: split("A", ["192.0.2.1"], ["192.0.2.9"]) } },
    { notes: { ...NO_NOTES, expects: ["192.0.2.1"] } },
  ],
  ["addresses-differ", "warn", "one has no address at all", { dns: { a: split("A", ["192.0.2.1"], "nodata") } }],
  ["one-resolver", "not_applicable", "there is nothing to compare", { dns: { a: split("A", ["192.0.2.1"]) } }],
  ["unanswered", "inconclusive", "only one of two answers", { dns: { a: split("A", ["192.0.2.1"], "servfail") } }],
]);
