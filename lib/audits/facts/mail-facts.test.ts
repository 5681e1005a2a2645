import { describe, expect, it } from "vitest";
import { type Changes, healthyObservation, observationWith } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { mailFacts } from "./mail-facts.ts";

const factsOf = (changes: Changes = {}) => {
  const facts = mailFacts(healthyObservation(changes));
  if (!facts) throw new Error("the mail part is observed");
  return facts;
};
const txt = (name: string, ...records: string[]) => answered(name, "TXT", ...records);

describe("the mail facts", () => {
  it("show a healthy domain with nothing to publish", () => {
    const facts = factsOf();
    expect(facts).toMatchObject({
      domain: "example.com",
      mx: ["10 mx.example.net"],
      provider: null,
      spfTotal: { lookups: 1, voids: 0 },
      mtaSts: { mode: "enforce" },
      tlsRpt: { record: "v=TLSRPTv1; rua=mailto:tls@example.com" },
      publish: [],
    });
    expect(facts.dkim).toMatchObject([{ selector: "s1", from: "common", state: "found", note: "RSA of 2048 bits" }]);
    expect(facts.dmarc.map(({ receiver, at, policy }) => [receiver, at, policy])).toEqual([
      ["RFC 9989", "example.com", "reject"],
      ["RFC 7489", "example.com", "reject"],
    ]);
  });

  it("draw the SPF tree with what each record costs", () => {
    const questions = [
      txt("a.example.net", "v=spf1 include:b.example.net a:gone.example.net -all"),
      txt("b.example.net", "v=spf1 include:example.com ip4:192.0.2.1 -all"),
      answeredBy("gone.example.net", "A", "nxdomain"),
      answeredBy("gone.example.net", "AAAA", "nxdomain"),
    ];
    const root = txt("example.com", "v=spf1 mx include:a.example.net include:%{d}.example.net redirect=x.example.net");
    const { spf, spfTotal } = factsOf({ mail: { txt: root }, mailAuth: { spf: { questions } } });
    expect(spf).toMatchObject({ domain: "example.com", via: "", state: "ok", lookups: 4, lookupsBelow: 7, voids: 0 });
    expect(spf?.terms.map(({ text, cost, child }) => [text, cost, child?.state ?? null])).toEqual([
      ["mx", 1, null],
      ["include:a.example.net", 1, "ok"],
      ["include:%{d}.example.net", 1, null],
      ["redirect=x.example.net", 1, "unanswered"],
    ]);
    const included = spf?.terms[1]?.child;
    expect(included).toMatchObject({ via: "include:a.example.net", lookups: 2, lookupsBelow: 3, voids: 1 });
    expect(included?.terms[0]?.child?.terms[0]?.child).toMatchObject({ domain: "example.com", state: "loop" });
    expect(spfTotal).toEqual({ lookups: 7, voids: 1 });
  });

  it("name the services in use, and say where two receivers read DMARC differently", () => {
    const facts = factsOf({
      mail: { dmarc: [txt("_dmarc.example.com", "v=DMARC1; p=reject; t=y; pct=30; np=reject")] },
      mailAuth: { spf: { questions: [txt("_spf.google.com", "v=spf1 -all")] } },
    });
    expect(facts.dmarc).toMatchObject([
      { policy: "quarantine", note: "in test mode, asks for reject; names that do not exist: reject" },
      { policy: "reject", note: "for 30 % of the mail" },
    ]);
    const google = txt("example.com", "v=spf1 include:_spf.google.com -all");
    expect(factsOf({ mail: { txt: google } }).provider).toBe("Google Workspace");
  });

  it("list every guess where none found a key, and each record to publish once", () => {
    const key = txt("s1._domainkey.example.com");
    const facts = factsOf({
      mail: { dmarc: [txt("_dmarc.example.com", "v=DMARC1; p=none; pct=50")] },
      mailAuth: { dkim: [{ selector: "s1", from: "provider", provider: "SendGrid", key }] },
    });
    expect(facts.dkim).toEqual([
      { selector: "s1", from: "provider", state: "not_found", key: "", note: "usual for SendGrid" },
    ]);
    expect(facts.publish).toEqual([
      { name: "_dmarc.example.com", type: "TXT", value: "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com" },
    ]);
  });

  it("say what is known where a part is missing", () => {
    const gone = { state: "not_attempted", reason: "not asked for" } as const;
    expect(mailFacts(observationWith({ mail: gone }))).toBeNull();
    const facts = mailFacts(observationWith({ mailAuth: gone }));
    expect(facts).toMatchObject({ spf: null, spfTotal: null, dkim: [], mtaSts: null, tlsRpt: null });
    expect(facts?.dmarc).toHaveLength(2);
  });
});
