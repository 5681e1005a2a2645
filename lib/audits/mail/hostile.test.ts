import fc from "fast-check";
import { expect, it } from "vitest";
import { mailFacts } from "../facts/mail-facts.ts";
import type { DnsQuestion } from "../observation.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { judge } from "../testing/judge.ts";
import { MAIL_RULES } from "./rules.ts";

const STARTS = ["v=spf1 ", "v=DMARC1; p=", "v=DKIM1; k=rsa; p=", "v=STSv1; id=", "v=TLSRPTv1; rua=", "10 ", ""];
const PIECES = [
  "include:a.test",
  "a:%{i}.test",
  "mx/0",
  "redirect=b.test",
  "+all",
  "%{p1r-}",
  "\\255",
  ";",
  "=",
  " ",
  ".",
  "AAAA",
];
const text = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme" })), { maxLength: 6 }),
  )
  .map(([start, pieces]) => start + pieces.join(" "));
const status = fc.constantFrom("ok", "nodata", "nxdomain", "servfail", "timeout" as const);
const name = fc.oneof(fc.constantFrom("example.com", "a.test", "b.test", "", "."), fc.string());

const question = fc
  .tuple(name, fc.constantFrom("TXT", "MX", "A", "AAAA", "CNAME"), status, fc.array(text, { maxLength: 3 }))
  .map(
    ([asked, type, state, records]): DnsQuestion => ({
      name: asked,
      type,
      answers: [{ resolver: "192.0.2.53", status: state as "ok", records: state === "ok" ? records : [], ms: 1 }],
    }),
  );

it("judges whatever stands in the DNS and in the policy file, and shows it, without breaking down", () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 6, maxLength: 12 }), text, (questions, file) => {
      const at = (index: number) => questions[index % questions.length] ?? questions[0];
      const q = (index: number) => at(index) as DnsQuestion;
      const observation = healthyObservation({
        mail: { mx: q(0), txt: q(1), dmarc: [q(2), q(3)] },
        mailAuth: {
          spf: { questions },
          dkim: questions.map((key) => ({ selector: key.name, from: "common", provider: null, key })),
          mx: questions.map((host) => ({ host: host.name, cname: host, a: host, aaaa: host })),
          mtaSts: { record: q(4), policy: { text: file } },
          tlsRpt: q(5),
          reports: questions.map((consent) => ({ address: "mailto:a@b.test", domain: "b.test", consent })),
        },
      });
      for (const rule of MAIL_RULES) expect(judge(rule, observation).summary).not.toBe("");
      expect(mailFacts(observation)?.domain).toBe("example.com");
    }),
    { numRuns: 300 },
  );
});

it("reads long records in little time", () => {
  const started = performance.now();
  for (const start of STARTS) {
    for (const filling of ["a", "%{d}", "a/", "%", "; ", "=", "\\", "1.", ": "]) {
      const record = start + filling.repeat(20_000);
      const txt: DnsQuestion = {
        name: "example.com",
        type: "TXT",
        answers: [{ resolver: "192.0.2.53", status: "ok", records: [record], ms: 1 }],
      };
      const observation = healthyObservation({
        mail: { txt, dmarc: [{ ...txt, name: "_dmarc.example.com" }] },
        mailAuth: { tlsRpt: txt, mtaSts: { record: txt, policy: { text: record } } },
      });
      for (const rule of MAIL_RULES) judge(rule, observation);
    }
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});
