import { expect, it } from "vitest";
import type { DnsQuestion, PartValue } from "../observation.ts";
import { type Changes, healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { mx } from "./mx.ts";

type Host = PartValue<"mailAuth">["mx"][number];
const host = (name: string, changes: Partial<Record<"cname" | "a" | "aaaa", DnsQuestion>> = {}): Host => ({
  host: name,
  cname: answered(name, "CNAME"),
  a: answered(name, "A", "192.0.2.25"),
  aaaa: answered(name, "AAAA"),
  ...changes,
});
const gone = (name: string) =>
  host(name, { a: answeredBy(name, "A", "nxdomain"), aaaa: answeredBy(name, "AAAA", "nxdomain") });
const set = (records: string[], ...hosts: Host[]): Changes => ({
  mail: { mx: answered("example.com", "MX", ...records) },
  mailAuth: { mx: hosts },
});
const ALIASED = host("mx.example.net", { cname: answered("mx.example.net", "CNAME", "in.example.net") });

testOutcomes(mx, [
  ["ok", "pass", "the host has an address", {}],
  [
    "ok",
    "pass",
    "it has an IPv6 address only",
    set(
      ["10 mx.example.net"],
      host("mx.example.net", { a: answered("m", "A"), aaaa: answered("m", "AAAA", "2001:db8::25") }),
    ),
  ],
  ["no-mail", "pass", "there is a null MX", set(["0 ."])],
  ["missing", "warn", "there is no MX", set([])],
  ["null-mixed", "fail", "a null MX stands beside another", set(["0 .", "10 mx.example.net"])],
  ["address", "fail", "an address stands in for a name", set(["10 192.0.2.25"])],
  ["dead", "fail", "the only host is gone", set(["10 mx.example.net"], gone("mx.example.net"))],
  [
    "partly-dead",
    "warn",
    "one of two hosts is gone",
    set(["10 a.example.net", "20 b.example.net"], host("a.example.net"), gone("b.example.net")),
  ],
  ["alias", "warn", "the host is an alias", set(["10 mx.example.net"], ALIASED)],
  [
    "no-domain",
    "inconclusive",
    "the domain does not exist",
    { mail: { mx: answeredBy("example.com", "MX", "nxdomain") } },
  ],
  ["unanswered", "inconclusive", "no resolver answers", { mail: { mx: answeredBy("example.com", "MX", "timeout") } }],
  [
    "hosts-unanswered",
    "inconclusive",
    "nobody answers about the host",
    set(
      ["10 mx.example.net"],
      host("mx.example.net", { a: answeredBy("m", "A", "timeout"), aaaa: answeredBy("m", "AAAA", "timeout") }),
    ),
  ],
]);

it("publishes what would mend it, where that can be known", () => {
  const publish = (changes: Changes) => judge(mx, healthyObservation(changes)).publish.map(({ value }) => value);
  expect(publish(set(["10 mx.example.net"], ALIASED))).toEqual(["10 in.example.net."]);
  expect(publish(set(["0 .", "10 mx.example.net"]))).toEqual(["10 mx.example.net."]);
  const silent = { mail: { mx: answered("example.com", "MX"), txt: answered("example.com", "TXT", "v=spf1 -all") } };
  expect(publish(silent)).toEqual(["0 ."]);
  expect(publish(set([]))).toEqual([]);
});
