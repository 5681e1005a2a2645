import { describe, expect, it } from "vitest";
import { parseCaa, parseIssuer } from "../parse/caa.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { caa } from "./caa.ts";

const records = (...texts: string[]): Changes => ({ dns: { caa: [answered("example.com", "CAA", ...texts)] } });
const none = answered("app.example.com", "CAA");
const silent = answeredBy("app.example.com", "CAA", "servfail");
const issue = answered("example.com", "CAA", '0 issue "ca.example.net"');

testOutcomes(caa, [
  ["ok", "pass", "one authority is named", {}],
  ["ok", "pass", "the record stands higher up", { dns: { caa: [none, issue] } }],
  [
    "ok",
    "pass",
    "parameters follow the authority",
    records('0 issue "ca.example.net; accounturi=https://ca.example.net/1; validationmethods=dns-01"'),
  ],
  ["ok", "pass", "an unknown property is not critical", records('0 issue "ca.example.net"', '0 future "x"')],
  [
    "ok",
    "pass",
    "one record names an authority beside one that names none",
    records('0 issue ";"', '0 issue "ca.example.net"'),
  ],
  ["missing", "warn", "no level has a record", { dns: { caa: [none, answered("example.com", "CAA")] } }],
  [
    "missing",
    "warn",
    "the name does not exist at any level",
    { dns: { caa: [answeredBy("example.com", "CAA", "nxdomain")] } },
  ],
  ["no-issuer", "warn", "only reports are asked for", records('0 iodef "mailto:security@example.com"')],
  ["no-issuer", "warn", "only wildcards are restricted", records('0 issuewild ";"')],
  ["forbidden", "warn", "nobody may issue", records('0 issue ";"')],
  ["malformed", "fail", "a record cannot be read", records("issue ca.example.net")],
  ["malformed", "fail", "an account is no address", records('0 issue "ca.example.net; accounturi=12345"')],
  [
    "malformed",
    "fail",
    "a validation method is no label",
    records('0 issue "ca.example.net; validationmethods=dns-01,"'),
  ],
  ["bad-report", "warn", "reports go to a name", records('0 issue "ca.example.net"', '0 iodef "security@example.com"')],
  ["ok", "pass", "reports go by mail", records('0 issue "ca.example.net"', '0 iodef "mailto:security@example.com"')],
  ["malformed", "fail", "the authority is no domain", records('0 issue "ca_example net"')],
  [
    "unknown-critical",
    "fail",
    "an unknown property is critical",
    records('0 issue "ca.example.net"', '128 future "x"'),
  ],
  [
    "no-domain",
    "inconclusive",
    "the domain does not exist",
    { dns: { ns: answeredBy("example.com", "NS", "nxdomain") } },
  ],
  ["unanswered", "inconclusive", "the nearest level is not answered", { dns: { caa: [silent, issue] } }],
  ["unanswered", "inconclusive", "nothing was asked", { dns: { caa: [] } }],
]);

describe("a CAA record", () => {
  it.each([
    ['0 issue "ca.example.net"', { critical: false, tag: "issue", value: "ca.example.net" }],
    ["128 ISSUE ca.example.net", { critical: true, tag: "issue", value: "ca.example.net" }],
    ['0 issue "a\\"b"', { critical: false, tag: "issue", value: 'a"b' }],
    ["256 issue x", null],
    ["0 is-sue x", null],
    ['0 issue "unterminated', null],
    ["", null],
  ])("reads %s", (text, expected) => {
    expect(parseCaa(text)).toEqual(expected);
  });

  it.each([
    ["ca.example.net", "ca.example.net"],
    [" CA.example.net ; a=b", "ca.example.net"],
    [";", ""],
    ["", ""],
    ["%%%%%", null],
    ["ca..net", null],
    ["ca.example.net; nonsense", null],
  ])("names the issuer of %j", (value, expected) => {
    expect(parseIssuer(value)).toBe(expected);
  });
});
