import { expect, it } from "vitest";
import { readTlsRpt } from "../parse/tls-rpt.ts";
import { type Changes, healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsRpt } from "./tls-rpt.ts";

const NAME = "_smtp._tls.example.com";
const record = (...texts: string[]): Changes => ({ mailAuth: { tlsRpt: answered(NAME, "TXT", ...texts) } });
const withoutSts = { record: answered("_mta-sts.example.com", "TXT") };

testOutcomes(tlsRpt, [
  ["ok", "pass", "reports go to an address", {}],
  ["ok", "pass", "they go to two places", record("v=TLSRPTv1;rua=mailto:a@example.com,https://example.com/tls")],
  ["no-mail", "not_applicable", "the domain takes no mail", { mail: { mx: answered("example.com", "MX", "0 .") } }],
  [
    "nothing-to-report",
    "not_applicable",
    "there is no MTA-STS either",
    { mailAuth: { tlsRpt: answered(NAME, "TXT"), mtaSts: withoutSts } },
  ],
  ["absent", "warn", "there is no record", record("other=text")],
  ["several", "warn", "there are two records", record("v=TLSRPTv1; rua=mailto:a@b.example", "v=TLSRPTv1; rua=x")],
  ["malformed", "warn", "the address lacks mailto:", record("v=TLSRPTv1; rua=tls@example.com")],
  ["unanswered", "inconclusive", "no resolver answers", { mailAuth: { tlsRpt: answeredBy(NAME, "TXT", "refused") } }],
]);

it("wants a mailto: or https: address", () => {
  const rua = ["mailto:a@b.example", "https://b.example/x", "http://b.example/x", "mailto:", ""];
  expect(rua.map((uri) => readTlsRpt(`v=TLSRPTv1; rua=${uri}`).ok)).toEqual([true, true, false, false, false]);
  expect(readTlsRpt("v=TLSRPTv1").ok).toBe(false);
});

it("publishes a whole record", () => {
  expect(judge(tlsRpt, healthyObservation(record())).publish).toEqual([
    { name: NAME, type: "TXT", value: "v=TLSRPTv1; rua=mailto:tls-reports@example.com" },
  ]);
});
