import { expect, it } from "vitest";
import { type Changes, healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { dnssec } from "./dnssec.ts";

type Dnssec = NonNullable<NonNullable<Changes["zone"]>["dnssec"]>;
const dnssecWith = (changes: Dnssec): Changes => ({ zone: { dnssec: changes } });
const signed = (algorithm: number, inception: string, expiration: string) => ({
  signatures: [{ name: "example.com", covers: "SOA", algorithm, inception, expiration }],
});
const noDs = answered("example.com", "DS");
const soa = answered("example.com", "SOA", "ns1.example.net hostmaster.example.com 7 3600 600 86400 300");

// Observed on 2026-06-01 at noon.
testOutcomes(dnssec, [
  ["ok", "pass", "the resolvers validate it", {}],
  [
    "ok",
    "pass",
    "it is signed as it is asked for, for two days",
    dnssecWith(signed(13, "2026-05-31T12:00:00.000Z", "2026-06-02T12:00:00.000Z")),
  ],
  [
    "insecure",
    "pass",
    "there is no DS and no key",
    dnssecWith({ ds: noDs, dnskey: answered("example.com", "DNSKEY") }),
  ],
  ["bogus", "fail", "resolvers refuse what is there", dnssecWith({ isBogus: true })],
  [
    "expired",
    "fail",
    "a signature ran out",
    dnssecWith(signed(13, "2026-05-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z")),
  ],
  [
    "expiring",
    "warn",
    "an eighth of the time is left",
    dnssecWith(signed(13, "2026-05-18T12:00:00.000Z", "2026-06-02T00:00:00.000Z")),
  ],
  [
    "weak-algorithm",
    "warn",
    "signatures use RSASHA1",
    dnssecWith(signed(5, "2026-05-28T00:00:00.000Z", "2026-06-11T00:00:00.000Z")),
  ],
  [
    "weak-algorithm",
    "warn",
    "a key is of RSASHA1-NSEC3",
    dnssecWith({ dnskey: answered("example.com", "DNSKEY", "257 3 7 AQID") }),
  ],
  [
    "ds-mismatch",
    "fail",
    "the DS is of another key",
    dnssecWith({ ds: answered("example.com", "DS", "4711 13 2 aaaa") }),
  ],
  [
    "ok",
    "pass",
    "the DS has a digest of another kind",
    dnssecWith({ ds: answered("example.com", "DS", "4711 13 5 aaaa") }),
  ],
  ["not-linked", "warn", "there are keys without a DS", dnssecWith({ ds: noDs })],
  ["not-validated", "inconclusive", "no resolver validates", { zone: { soa } }],
  [
    "unanswered",
    "inconclusive",
    "nobody says whether there is a DS",
    dnssecWith({ ds: answeredBy("example.com", "DS", "timeout") }),
  ],
]);

it("gives the DS record to enter at the registrar", () => {
  const { publish } = judge(dnssec, healthyObservation(dnssecWith({ ds: noDs })));
  expect(publish).toEqual([{ name: "example.com", type: "DS", value: "4711 13 2 d5d5" }]);
});
