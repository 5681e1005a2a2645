import { describe, expect, it } from "vitest";
import { parseDmarc } from "../parse/dmarc.ts";
import { discoverDmarc } from "../parse/dmarc-discovery.ts";
import { type Changes, healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { dmarc } from "./dmarc.ts";

const own = (...records: string[]) => answered("_dmarc.example.com", "TXT", ...records);
const record = (...records: string[]): Changes => ({ mail: { dmarc: [own(...records)] } });
const walk = (...levels: (readonly [string, ...string[]])[]) =>
  levels.map(([name, ...records]) => answered(`_dmarc.${name}`, "TXT", ...records));

testOutcomes(dmarc, [
  ["ok", "pass", "forgeries are refused", {}],
  ["ok", "pass", "forgeries are quarantined", record("v=DMARC1; p=Quarantine")],
  ["ok", "pass", "there is space around the equals sign", record("v = DMARC1 ; p = reject ;")],
  ["ok", "pass", "a tag is unknown", record("v=DMARC1; p=reject; foo=bar")],
  ["ok", "pass", "other TXT records stand beside it", record("something else", "v=DMARC1; p=reject")],
  [
    "ok",
    "pass",
    "the parent's record covers the name",
    { mail: { dmarc: walk(["app.example.com"], ["example.com", "v=DMARC1; p=none; sp=reject"]) } },
  ],
  ["idle-pct", "pass", "pct is used and changes nothing", record("v=DMARC1; p=reject; pct=100")],
  ["removed-tags", "warn", "pct is used", record("v=DMARC1; p=reject; pct=50")],
  ["removed-tags", "warn", "rf and ri are used", record("v=DMARC1; p=reject; rf=afrf; ri=3600")],
  ["malformed", "warn", "an alignment mode is not one", record("v=DMARC1; p=reject; adkim=x")],
  ["malformed", "warn", "the report address is not one", record("v=DMARC1; p=reject; rua=dmarc@example.com")],
  ["malformed", "warn", "a tag is given twice", record("v=DMARC1; p=reject; p=none")],
  ["testing", "warn", "the policy is in test mode", record("v=DMARC1; p=reject; t=y")],
  ["subdomains-open", "warn", "names below are left open", record("v=DMARC1; p=reject; sp=none")],
  ["invented-open", "warn", "names that do not exist are left open", record("v=DMARC1; p=reject; np=none")],
  ["suffix", "warn", "the domain claims to be a public suffix", record("v=DMARC1; p=reject; psd=y")],
  ["policy-none", "fail", "the policy only watches", record("v=DMARC1; p=none; rua=mailto:d@example.com")],
  [
    "policy-none",
    "fail",
    "the parent's policy for names below only watches",
    { mail: { dmarc: walk(["app.example.com"], ["example.com", "v=DMARC1; p=reject; sp=none"]) } },
  ],
  ["no-policy", "fail", "there is a report address without a policy", record("v=DMARC1; rua=mailto:d@example.com")],
  [
    "no-policy",
    "fail",
    "the policy is no known word, beside a report address",
    record("v=DMARC1; p=rejct; rua=mailto:d@example.com"),
  ],
  ["invalid", "fail", "there is neither a policy nor a report address", record("v=DMARC1; adkim=s")],
  ["invalid", "fail", "the subdomain policy is no known word", record("v=DMARC1; p=reject; sp=all")],
  ["several", "fail", "there are two records", record("v=DMARC1; p=reject", "v=DMARC1; p=none")],
  ["missing", "fail", "there is no record", record()],
  ["missing", "fail", "the version is in small letters", record("v=dmarc1; p=reject")],
  ["missing", "fail", "the version runs on", record("v=DMARC1x; p=reject")],
  ["missing", "fail", "the version does not come first", record("p=reject; v=DMARC1")],
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
    { mail: { dmarc: [answeredBy("_dmarc.example.com", "TXT", "timeout")] } },
  ],
  [
    "unanswered",
    "inconclusive",
    "the walk breaks off",
    { mail: { dmarc: [own(), answeredBy("_dmarc.com", "TXT", "servfail")] } },
  ],
]);

describe("the tree walk of RFC 9989", () => {
  const found = (...levels: Parameters<typeof walk>) => {
    const result = discoverDmarc(walk(...levels));
    return result.state === "found" ? `${result.domain} ${result.record.p}` : result.state;
  };
  const reject = "v=DMARC1; p=reject";
  const none = "v=DMARC1; p=none";

  it("takes the domain's own record first", () => {
    expect(found(["a.example.com", reject], ["example.com", none])).toBe("a.example.com reject");
  });

  it("takes the record with the fewest labels otherwise", () => {
    expect(found(["a.b.example.com"], ["b.example.com", reject], ["example.com", none], ["com"])).toBe(
      "example.com none",
    );
  });

  it("stops at psd=n", () => {
    expect(found(["a.b.example.com"], ["b.example.com", `${reject}; psd=n`], ["example.com", none])).toBe(
      "b.example.com reject",
    );
  });

  it("takes the name below psd=y for the organization, and the suffix's record only where that has none", () => {
    const suffix = `${none}; psd=y`;
    expect(found(["a.giant.bank"], ["giant.bank", reject], ["bank", suffix])).toBe("giant.bank reject");
    expect(found(["a.b.giant.bank"], ["b.giant.bank", reject], ["giant.bank"], ["bank", suffix])).toBe("bank none");
  });

  it("ignores two records on the way up, and stops at two of the domain's own", () => {
    expect(found(["a.example.com"], ["example.com", reject, none], ["com"])).toBe("missing");
    expect(found(["example.com", reject, none], ["com", reject])).toBe("several");
  });
});

it("reads report addresses without their obsolete size", () => {
  expect(
    parseDmarc("v=DMARC1; p=none; rua=mailto:a@example.com!10m, https://example.com/, mailto:b@example.net").rua,
  ).toEqual(["mailto:a@example.com", "mailto:b@example.net"]);
});

describe("the record to publish", () => {
  const published = (changes: Changes) => judge(dmarc, healthyObservation(changes)).publish.map(({ value }) => value);

  it("starts by watching, then goes one step at a time, and keeps where reports go", () => {
    expect(published(record())).toEqual(["v=DMARC1; p=none; rua=mailto:dmarc@example.com"]);
    expect(published(record("v=DMARC1; p=none; rua=mailto:a@example.com; adkim=s"))).toEqual([
      "v=DMARC1; p=quarantine; adkim=s; rua=mailto:a@example.com",
    ]);
    expect(published(record("v=DMARC1; p=quarantine; pct=5; t=y; sp=none"))).toEqual([
      "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com",
    ]);
  });

  it("refuses at once where nobody sends", () => {
    const mx = answered("example.com", "MX", "0 .");
    const txt = answered("example.com", "TXT", "v=spf1 -all");
    expect(published({ mail: { mx, txt, dmarc: [own()] } })).toEqual(["v=DMARC1; p=reject"]);
  });

  it("refuses at once where there is neither mail to the domain nor any word of a sender", () => {
    const [mx, txt] = [answered("example.com", "MX"), answered("example.com", "TXT", "other=text")];
    expect(published({ mail: { mx, txt, dmarc: [own()] } })).toEqual(["v=DMARC1; p=reject"]);
  });

  it("takes the strictest of several", () => {
    expect(published(record("v=DMARC1; p=none", "v=DMARC1; p=reject; rua=mailto:a@example.com"))).toEqual([
      "v=DMARC1; p=reject; rua=mailto:a@example.com",
    ]);
  });
});
