import { describe, expect, it } from "vitest";
import { findDrift, type Look } from "./drift.ts";
import { type Changes, healthyObservation, observationWith, pageWithHeader } from "./testing/healthy-observation.ts";
import { answered, HEALTHY } from "./testing/healthy-values.ts";

type Said = Look["results"][number];
const said = (
  rule: string,
  verdict: Said["verdict"],
  severity: Said["severity"] = "medium",
  code: string = verdict,
): Said => ({
  rule,
  verdict,
  severity,
  code,
  summary: `${rule} ${code}.`,
});
const look = (changes: Changes = {}, results: Said[] = []): Look => ({
  observation: healthyObservation(changes),
  results,
});
const facts = (before: Changes, now: Changes) => findDrift(look(before), look(now));

describe("findDrift", () => {
  it("finds nothing between two looks at the same", () => {
    const results = [said("edge/hsts", "fail"), said("dns/caa", "pass")];
    expect(findDrift(look({}, results), look({}, results))).toEqual([]);
  });

  it("tells of verdicts and codes that changed, worst first, by the rule's title", () => {
    const before = [
      said("edge/hsts", "fail", "high"),
      said("edge/nosniff", "pass"),
      said("edge/csp", "warn", "low", "old"),
      said("mail/spf", "pass"),
      said("dns/caa", "pass"),
    ];
    const now = [
      said("edge/hsts", "pass", "info"),
      said("edge/nosniff", "fail", "low"),
      said("edge/csp", "warn", "low", "new"),
      said("mail/spf", "fail", "critical"),
      said("dns/caa", "pass"),
      said("edge/referrer-policy", "fail"),
    ];
    const items = findDrift(look({}, before), look({}, now));
    expect(items.map((item) => item.kind === "verdict" && [item.rule, item.before, item.now])).toEqual([
      ["mail/spf", "pass", "fail"],
      ["edge/nosniff", "pass", "fail"],
      ["edge/csp", "warn", "warn"],
      ["edge/hsts", "fail", "pass"],
    ]);
    expect(items[0]).toMatchObject({
      severity: "critical",
      summary: "mail/spf fail.",
      title: expect.stringContaining("SPF"),
    });
  });

  it("compares records as sets, whichever resolver gave them first", () => {
    const one = answered("example.com", "A", "192.0.2.1", "192.0.2.2");
    const other = answered("example.com", "A", "192.0.2.2", "192.0.2.1");
    expect(facts({ dns: { a: one } }, { dns: { a: other } })).toEqual([]);
    expect(facts({ dns: { a: one } }, { dns: { a: answered("example.com", "A", "192.0.2.9") } })).toEqual([
      { kind: "fact", label: "A records", before: "192.0.2.1, 192.0.2.2", now: "192.0.2.9" },
    ]);
  });

  it("sees a mail record come and go, and no other TXT record", () => {
    const without = answered("example.com", "TXT", "other=changed");
    expect(facts({}, { mail: { txt: without } })).toEqual([
      { kind: "fact", label: "SPF record", before: expect.stringMatching(/^v=spf1 /), now: "none" },
    ]);
    const dmarc = [answered("_dmarc.example.com", "TXT", "v=DMARC1; p=none")];
    expect(facts({}, { mail: { dmarc } })).toMatchObject([{ label: "DMARC record", now: "v=DMARC1; p=none" }]);
  });

  it("sees another certificate and other versions of TLS", () => {
    const [leaf, ...rest] = HEALTHY.tls.chain;
    if (!leaf) throw new Error("There is no leaf.");
    const chain = [{ ...leaf, fingerprint256: "AA:BB", validTo: "2027-01-01T00:00:00.000Z" }, ...rest];
    const versions = { "TLSv1.1": true };
    expect(facts({}, { tls: { chain, versions } })).toMatchObject([
      { label: "Certificate", now: `${leaf.issuer}, until 2027-01-01, SHA-256 AA:BB` },
      { label: "TLS versions", now: "TLSv1.1, TLSv1.2, TLSv1.3" },
    ]);
    expect(facts({}, { tls: { versions: { "TLSv1.1": null } } })).toEqual([]);
  });

  it("sees where the page ends, its status and its headers, but not the policy's nonce", () => {
    const policy = (nonce: string) => pageWithHeader("content-security-policy", `script-src 'nonce-${nonce}'`);
    expect(facts(policy("abc"), policy("def"))).toEqual([]);
    const moved = {
      page: {
        chain: { final: "https://www.example.com/" },
        response: { url: "https://www.example.com/", status: 503 },
      },
    };
    expect(facts({}, moved)).toMatchObject([
      { label: "Final origin", before: "https://example.com", now: "https://www.example.com" },
      { label: "Status", before: "200", now: "503" },
    ]);
    expect(facts({}, pageWithHeader("strict-transport-security"))).toMatchObject([
      { label: "strict-transport-security", now: "none" },
    ]);
  });

  it("says nothing of what was not seen both times", () => {
    const unreachable = {
      state: "unreachable",
      at: "2026-05-01T00:00:00.000Z",
      step: "connect",
      code: "refused",
      reason: "Refused",
      ms: 1,
    } as const;
    const unseen = {
      observation: observationWith({ page: unreachable, tls: unreachable, dns: unreachable }),
      results: [],
    };
    expect(findDrift(look(), unseen)).toEqual([]);
    expect(findDrift(unseen, look())).toEqual([]);
    const timeout = {
      ...HEALTHY.dns.a,
      answers: HEALTHY.dns.a.answers.map((one) => ({ ...one, status: "timeout" as const, records: [] })),
    };
    expect(facts({}, { dns: { a: timeout } })).toEqual([]);
  });
});
