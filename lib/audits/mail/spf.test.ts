import { describe, expect, it } from "vitest";
import { countDirectLookups, isSpfRecord, parseSpf } from "../parse/spf.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { spf } from "./spf.ts";

const txt = (...records: string[]): Changes => ({ mail: { txt: answered("example.com", "TXT", ...records) } });
const includes = (count: number) =>
  Array.from({ length: count }, (_, index) => `include:s${index}.example.net`).join(" ");

testOutcomes(spf, [
  ["ok", "pass", "the record ends in -all", {}],
  ["ok", "pass", "the record ends in ~all", txt("v=spf1 mx ~all")],
  ["ok", "pass", "the record is in capitals", txt("V=SPF1 MX -ALL")],
  ["ok", "pass", "another record decides", txt("v=spf1 redirect=_spf.example.net")],
  ["ok", "pass", "nobody may send", txt("v=spf1 -all")],
  ["ok", "pass", "ten look-ups are needed", txt(`v=spf1 ${includes(10)} -all`)],
  ["ok", "pass", "a whole network is refused, not let in", txt("v=spf1 -ip4:0.0.0.0/0 -all")],
  ["ptr", "warn", "the record uses ptr", txt("v=spf1 ptr -all")],
  ["neutral", "warn", "the record ends in ?all", txt("v=spf1 mx ?all")],
  ["no-all", "warn", "the record has no ending", txt("v=spf1 mx")],
  ["missing", "fail", "there is no TXT record", txt()],
  ["missing", "fail", "the version runs on", txt("v=spf10 -all", "spf1 -all")],
  [
    "no-domain",
    "inconclusive",
    "the domain does not exist",
    { mail: { txt: answeredBy("example.com", "TXT", "nxdomain") } },
  ],
  ["several", "fail", "there are two records", txt("v=spf1 -all", "v=spf1 mx -all")],
  ["malformed", "fail", "a mechanism does not exist", txt("v=spf1 ipv4:192.0.2.1 -all")],
  ["malformed", "fail", "the address is not one", txt("v=spf1 ip4:192.0.2.256 -all")],
  ["malformed", "fail", "a tab separates the terms", txt("v=spf1 mx\t-all")],
  ["too-many-lookups", "fail", "eleven look-ups are needed", txt(`v=spf1 ${includes(11)} -all`)],
  ["too-many-lookups", "fail", "a redirect is the eleventh", txt(`v=spf1 ${includes(10)} redirect=x.example.net`)],
  ["pass-all", "fail", "everyone may send", txt("v=spf1 +all")],
  ["pass-all", "fail", "all has no sign, which means +", txt("v=spf1 mx all")],
  ["pass-all", "fail", "a network holds the whole internet", txt("v=spf1 ip4:0.0.0.0/0 -all")],
  [
    "unanswered",
    "inconclusive",
    "no resolver answers",
    { mail: { txt: answeredBy("example.com", "TXT", "servfail") } },
  ],
]);

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
