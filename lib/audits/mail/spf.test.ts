import { describe, expect, it } from "vitest";
import type { DnsQuestion } from "../observation.ts";
import { countDirectLookups, isSpfRecord, parseSpf } from "../parse/spf.ts";
import { type Changes, healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { spf } from "./spf.ts";

const txt = (...records: string[]): Changes => ({ mail: { txt: answered("example.com", "TXT", ...records) } });
/** The domain's record, and what was asked behind it. */
const tree = (record: string, ...questions: DnsQuestion[]): Changes => ({
  ...txt(record),
  mailAuth: { spf: { questions } },
});
const at = (name: string, ...records: string[]) => answered(name, "TXT", ...records);
const includes = (count: number) =>
  Array.from({ length: count }, (_, index) => `include:s${index}.example.net`).join(" ");
const services = (count: number) =>
  Array.from({ length: count }, (_, index) => at(`s${index}.example.net`, `v=spf1 ip4:192.0.2.${index} -all`));
const empty = (name: string): DnsQuestion[] => [
  answeredBy(name, "A", "nxdomain"),
  answeredBy(name, "AAAA", "nxdomain"),
];
const ipv4Only = (label: string): DnsQuestion[] => [
  answered(`${label}.example.com`, "A", "192.0.2.1"),
  answered(`${label}.example.com`, "AAAA"),
];
/** A chain of includes, each with one look-up more. */
const chain = (length: number) =>
  Array.from({ length }, (_, link) =>
    at(`c${link}.example.net`, link === length - 1 ? "v=spf1 -all" : `v=spf1 include:c${link + 1}.example.net -all`),
  );

testOutcomes(spf, [
  ["ok", "pass", "the record ends in -all", {}],
  ["ok", "pass", "the record ends in ~all", txt("v=spf1 mx ~all")],
  ["ok", "pass", "the record is in capitals", txt("V=SPF1 MX ~ALL")],
  [
    "ok",
    "pass",
    "another record decides",
    tree("v=spf1 redirect=_spf.example.net", at("_spf.example.net", "v=spf1 mx -all")),
  ],
  ["ok", "pass", "ten look-ups are needed", tree(`v=spf1 ${includes(10)} -all`, ...services(10))],
  [
    "ok",
    "pass",
    "two hosts lead nowhere",
    tree("v=spf1 a:x.example.com a:y.example.com -all", ...empty("x.example.com"), ...empty("y.example.com")),
  ],
  ["ok", "pass", "a whole network is refused, not let in", txt("v=spf1 -ip4:0.0.0.0/0 -all")],
  ["ok", "pass", "an include depends on the mail", txt("v=spf1 include:%{i}.example.net -all")],
  ["closed", "pass", "nobody may send", txt("v=spf1 -all")],
  ["ptr", "warn", "the record uses ptr", txt("v=spf1 ptr -all")],
  [
    "one-family",
    "warn",
    "three hosts have no IPv6 address",
    tree(
      "v=spf1 a:x.example.com a:y.example.com a:z.example.com -all",
      ...ipv4Only("x"),
      ...ipv4Only("y"),
      ...ipv4Only("z"),
    ),
  ],
  ["neutral", "warn", "the record ends in ?all", txt("v=spf1 mx ?all")],
  [
    "neutral",
    "warn",
    "what it redirects to ends in ?all",
    tree("v=spf1 redirect=r.example.net", at("r.example.net", "v=spf1 ?all")),
  ],
  ["no-all", "warn", "the record has no ending", txt("v=spf1 mx")],
  ["missing", "fail", "there is no TXT record", txt()],
  ["missing", "fail", "the version runs on", txt("v=spf10 -all", "spf1 -all")],
  ["several", "fail", "there are two records", txt("v=spf1 -all", "v=spf1 mx -all")],
  ["malformed", "fail", "a mechanism does not exist", txt("v=spf1 ipv4:192.0.2.1 -all")],
  ["malformed", "fail", "the address is not one", txt("v=spf1 ip4:192.0.2.256 -all")],
  ["malformed", "fail", "a tab separates the terms", txt("v=spf1 mx\t-all")],
  [
    "loop",
    "fail",
    "an include leads back",
    tree("v=spf1 include:a.example.net -all", at("a.example.net", "v=spf1 include:example.com -all")),
  ],
  [
    "include-missing",
    "fail",
    "an include has no record",
    tree("v=spf1 include:a.example.net -all", at("a.example.net", "other")),
  ],
  [
    "include-missing",
    "fail",
    "the name of a redirect does not exist",
    tree("v=spf1 redirect=a.example.net", answeredBy("a.example.net", "TXT", "nxdomain")),
  ],
  [
    "include-broken",
    "fail",
    "an include has two records",
    tree("v=spf1 include:a.example.net -all", at("a.example.net", "v=spf1 -all", "v=spf1 mx -all")),
  ],
  [
    "include-broken",
    "fail",
    "an include is not valid",
    tree("v=spf1 include:a.example.net -all", at("a.example.net", "v=spf1 ip4:x -all")),
  ],
  ["too-many-lookups", "fail", "eleven look-ups are needed", tree(`v=spf1 ${includes(11)} -all`, ...services(11))],
  ["too-many-lookups", "fail", "they add up over a chain", tree("v=spf1 include:c0.example.net -all", ...chain(11))],
  [
    "too-many-lookups",
    "fail",
    "a redirect is the eleventh",
    tree(`v=spf1 ${includes(10)} redirect=s0.example.net`, ...services(10)),
  ],
  [
    "too-many-voids",
    "fail",
    "three hosts lead nowhere",
    tree(
      "v=spf1 a:x.example.com a:y.example.com exists:z.example.com -all",
      ...empty("x.example.com"),
      ...empty("y.example.com"),
      ...empty("z.example.com"),
    ),
  ],
  ["pass-all", "fail", "everyone may send", txt("v=spf1 +all")],
  ["pass-all", "fail", "all has no sign, which means +", txt("v=spf1 mx all")],
  ["pass-all", "fail", "a network holds the whole internet", txt("v=spf1 ip4:0.0.0.0/0 -all")],
  [
    "lets-strangers",
    "fail",
    "an include lets everyone in",
    tree("v=spf1 include:a.example.net -all", at("a.example.net", "v=spf1 +all")),
  ],
  ["lets-strangers", "fail", "a network is far too wide", txt("v=spf1 ip4:128.0.0.0/1 -all")],
  [
    "lets-strangers",
    "fail",
    "any host's network counts",
    tree("v=spf1 a/0 -all", answered("example.com", "A", "192.0.2.1")),
  ],
  [
    "no-domain",
    "inconclusive",
    "the domain does not exist",
    { mail: { txt: answeredBy("example.com", "TXT", "nxdomain") } },
  ],
  [
    "unanswered",
    "inconclusive",
    "no resolver answers",
    { mail: { txt: answeredBy("example.com", "TXT", "servfail") } },
  ],
  [
    "tree-unanswered",
    "inconclusive",
    "nobody answers about an include",
    tree("v=spf1 include:a.example.net -all", answeredBy("a.example.net", "TXT", "timeout")),
  ],
]);

describe("the record to publish", () => {
  const published = (changes: Changes) => judge(spf, healthyObservation(changes)).publish.map(({ value }) => value);

  it("merges several into one", () => {
    expect(published(txt("v=spf1 include:a.example.net ~all", "v=spf1 mx include:a.example.net -all"))).toEqual([
      "v=spf1 include:a.example.net mx -all",
    ]);
  });

  it("leaves out what is not valid, and refuses nobody meanwhile", () => {
    expect(published(txt("v=spf1 mx ip4:192.0.2.300 -all"))).toEqual(["v=spf1 mx ~all"]);
    expect(published(txt("v=spf1 mx +all"))).toEqual(["v=spf1 mx ~all"]);
  });

  it("leaves out hosts that lead nowhere, since no mail comes from there", () => {
    const names = ["x.example.com", "y.example.com", "z.example.com"];
    const record = `v=spf1 mx ${names.map((name) => `a:${name}`).join(" ")} -all`;
    expect(published(tree(record, ...names.flatMap(empty)))).toEqual(["v=spf1 mx -all"]);
  });

  it("writes out the networks of as few includes as will do", () => {
    const [record] = published(tree(`v=spf1 mx ${includes(10)} -all`, ...services(10)));
    expect(record).toMatch(/^v=spf1 mx ip4:192\.0\.2\.0 include:s1\./);
  });

  it("writes out hosts that have addresses of one kind only", () => {
    const record = "v=spf1 a:x.example.com a:y.example.com a:z.example.com a/24 -all";
    expect(published(tree(record, ...ipv4Only("x"), ...ipv4Only("y"), ...ipv4Only("z")))).toEqual([
      "v=spf1 ip4:192.0.2.1 a/24 -all",
    ]);
  });

  it("starts from the services that the domain is seen to use", () => {
    const mx = [
      { host: "aspmx.l.google.com", cname: answered("x", "CNAME"), a: answered("x", "A"), aaaa: answered("x", "AAAA") },
    ];
    expect(published({ ...txt(), mailAuth: { mx } })).toEqual(["v=spf1 include:_spf.google.com ~all"]);
    expect(
      published({ mail: { txt: answered("example.com", "TXT"), mx: answered("example.com", "MX", "0 .") } }),
    ).toEqual(["v=spf1 -all"]);
  });
});

it("ends in time where records include one another many times over", () => {
  const names = Array.from({ length: 12 }, (_, index) => `n${index}.example.net`);
  const questions = names.map((name, index) =>
    at(name, `v=spf1 ${`include:n${index + 1}.example.net `.repeat(100)}-all`),
  );
  const started = performance.now();
  const { code } = judge(spf, healthyObservation(tree("v=spf1 include:n0.example.net -all", ...questions)));
  expect(code).toBe("too-many-lookups");
  expect(performance.now() - started).toBeLessThan(1_000);
});

describe("the syntax of RFC 7208", () => {
  it.each([
    "v=spf1",
    "v=spf1  mx   -all  ",
    "v=spf1 a:example.com/24//64 mx/0 a//128 -all",
    "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ip6:::1 -all",
    "v=spf1 exists:%{ir}.%{l1r+-}._spf.%{d} -all",
    "v=spf1 include:%{d2} exp=explain.%{h} unknown=any%%thing -all",
    "v=spf1 include:example.com. ?a:_host.example.com -all",
  ])("holds for %s", (text) => {
    expect(parseSpf(text)).toMatchObject({ ok: true });
  });

  it.each([
    "v=spf1 -all:example.com",
    "v=spf1 include",
    "v=spf1 include:",
    "v=spf1 include:example",
    "v=spf1 include:example.123",
    "v=spf1 a:example.com/33",
    "v=spf1 a/024",
    "v=spf1 a//129",
    "v=spf1 a/24/64",
    "v=spf1 ip4:192.0.2.1//24",
    "v=spf1 ip4:192.0.2",
    "v=spf1 ip6:2001:db8::g",
    "v=spf1 ip6:192.0.2.1",
    "v=spf1 ip6:fe80::1%eth0",
    "v=spf1 exists:%{x}.example.com",
    "v=spf1 exists:%{c}.example.com",
    "v=spf1 exists:%{d0}.example.com",
    "v=spf1 exists:100%.example.com",
    "v=spf1 redirect=a.example redirect=b.example",
    "v=spf1 redirect=",
    "v=spf1 mx, -all",
    "v=spf1 --all",
    "v=spf1 include:exämple.com",
  ])("does not hold for %s", (text) => {
    expect(parseSpf(text)).toMatchObject({ ok: false });
  });

  it("counts what is reached before all, and a redirect only without one", () => {
    const count = (text: string) => {
      const record = parseSpf(text);
      return record.ok ? countDirectLookups(record) : null;
    };
    expect(count("v=spf1 a mx ptr include:a.example exists:b.example ip4:192.0.2.1 -all")).toBe(5);
    expect(count("v=spf1 a -all mx redirect=a.example")).toBe(1);
    expect(count("v=spf1 a redirect=a.example exp=b.example")).toBe(2);
  });

  it("knows a record by its version and what follows", () => {
    expect(["v=spf1", "v=spf1 ", "v=spf1\t", " v=spf1", "v=spf1;"].map(isSpfRecord)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
