import { describe, expect, it } from "vitest";
import type { PartValue } from "../observation.ts";
import { isListedMx, parseMtaStsPolicy, readMtaStsId } from "../parse/mta-sts.ts";
import { STS_POLICY } from "../testing/healthy-mail.ts";
import { type Changes, healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { mtaSts } from "./mta-sts.ts";

type Policy = NonNullable<PartValue<"mailAuth">["mtaSts"]["policy"]>;
const URL = "https://mta-sts.example.com/.well-known/mta-sts.txt";
const record = (...texts: string[]): Changes => ({
  mailAuth: { mtaSts: { record: answered("_mta-sts.example.com", "TXT", ...texts) } },
});
const file = (changes: Partial<Extract<Policy, { state: "read" }>>): Changes => ({
  mailAuth: { mtaSts: { policy: changes } },
});
const unreadable = (step: "connect" | "tls" | "dns", code: string): Changes => {
  const policy: Policy = { state: "unreadable", url: URL, step, code, reason: "It did not work." };
  const observed = healthyObservation().parts.mailAuth;
  if (observed.state !== "observed") throw new Error("the healthy part is observed");
  return { mailAuth: { mtaSts: { ...observed.value.mtaSts, policy: policy as never } } };
};
const text = (changed: string) => file({ text: changed });

testOutcomes(mtaSts, [
  ["ok", "pass", "the policy is enforced", {}],
  ["ok", "pass", "lines end in CRLF", text(STS_POLICY.replaceAll("\n", "\r\n"))],
  ["ok", "pass", "the host is covered by a wildcard", text(STS_POLICY.replace("mx.example.net", "*.example.net"))],
  ["no-mail", "not_applicable", "the domain takes no mail", { mail: { mx: answered("example.com", "MX", "0 .") } }],
  ["absent", "warn", "there is no record", record("other=text")],
  ["testing", "warn", "the mode is testing", text(STS_POLICY.replace("enforce", "testing"))],
  ["off", "warn", "the mode is none", text("version: STSv1\nmode: none\nmax_age: 86400\n")],
  ["short-age", "warn", "it is forgotten within the hour", text(STS_POLICY.replace("604800", "3600"))],
  ["several", "fail", "there are two records", record("v=STSv1; id=1", "v=STSv1; id=2")],
  ["bad-record", "fail", "the id holds a hyphen", record("v=STSv1; id=2026-06-01")],
  ["no-policy", "fail", "the file is not found", file({ status: 404 })],
  ["no-policy", "fail", "the certificate is not valid", unreadable("tls", "tls_error")],
  ["no-policy", "fail", "the host does not exist", unreadable("dns", "nxdomain")],
  ["redirect", "fail", "the file is redirected", file({ status: 301, location: "https://example.com/sts" })],
  ["wrong-type", "fail", "the file is sent as a page", file({ contentType: "text/html" })],
  ["bad-policy", "fail", "the version is missing", text(STS_POLICY.replace("version: STSv1\n", ""))],
  ["bad-policy", "fail", "the file is too large", file({ isWhole: false })],
  ["mx-mismatch", "fail", "the MX host is not listed", text(STS_POLICY.replace("mx.example.net", "mx.example.org"))],
  [
    "unanswered",
    "inconclusive",
    "no resolver answers",
    { mailAuth: { mtaSts: { record: answeredBy("_mta-sts.example.com", "TXT", "timeout") } } },
  ],
  ["unread", "inconclusive", "the host does not answer in time", unreadable("connect", "connect_timeout")],
  ["unread", "inconclusive", "the host refuses the connection", unreadable("connect", "refused")],
]);

describe("the syntax of RFC 8461", () => {
  it.each([
    ["mode: strict", "enforce", "mode: strict"],
    ["no max_age", "max_age: 604800\n", ""],
    ["max_age beyond a year", "604800", "31557601"],
    ["no mx", "mx: mx.example.net\n", ""],
    ["an mx that is no name", "mx.example.net", "*.*.example.net"],
    ["a line without a colon", "mode: enforce", "mode enforce"],
  ])("refuses %s", (_, part, by) => {
    expect(parseMtaStsPolicy(STS_POLICY.replace(part, by))).toMatchObject({ ok: false });
  });

  it("takes the first of two values, and unknown keys as they come", () => {
    const policy = parseMtaStsPolicy(`${STS_POLICY}mode: none\nextension: x\nmx: b.example.net\n`);
    expect(policy).toEqual({ ok: true, mode: "enforce", maxAge: 604_800, mx: ["mx.example.net", "b.example.net"] });
  });

  it("lets a wildcard stand for one label", () => {
    const hosts = ["a.example.net", "a.b.example.net", "example.net"];
    expect(hosts.map((host) => isListedMx(host, ["*.example.net"]))).toEqual([true, false, false]);
  });

  it("wants one id of letters and digits", () => {
    const ids = [
      "v=STSv1; id=20260601T",
      "v=STSv1;",
      "v=STSv1; id=",
      "v=STSv1; id=a; id=b",
      `v=STSv1; id=${"a".repeat(33)}`,
    ];
    expect(ids.map((id) => readMtaStsId(id).ok)).toEqual([true, false, false, false, false]);
  });
});

it("hands over a record with a new id and the policy to serve", () => {
  const { publish, evidence } = judge(mtaSts, healthyObservation(record()));
  expect(publish).toEqual([{ name: "_mta-sts.example.com", type: "TXT", value: "v=STSv1; id=20260601120000" }]);
  expect(evidence[0]?.value).toContain("mx: mx.example.net");
});
