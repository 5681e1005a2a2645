import { expect, it } from "vitest";
import type { DnsQuestion } from "../observation.ts";
import { externalReportDomains } from "../parse/dmarc-reports.ts";
import { type Changes, healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { dmarcReports } from "./dmarc-reports.ts";

const own = (...texts: string[]) => answered("_dmarc.example.com", "TXT", ...texts);
const CONSENT = "example.com._report._dmarc.reports.example";
const sentTo = (consent: DnsQuestion): Changes => ({
  mail: { dmarc: [own("v=DMARC1; p=reject; rua=mailto:d@reports.example")] },
  mailAuth: { reports: [{ address: "mailto:d@reports.example", domain: "reports.example", consent }] },
});

testOutcomes(dmarcReports, [
  ["ok", "pass", "reports stay in the domain", {}],
  ["ok", "pass", "the other domain agrees", sentTo(answered(CONSENT, "TXT", "v=DMARC1;"))],
  ["no-dmarc", "not_applicable", "there is no record", { mail: { dmarc: [own()] } }],
  ["no-dmarc", "not_applicable", "the record counts for nothing", { mail: { dmarc: [own("v=DMARC1; p=refuse")] } }],
  ["none", "warn", "no address is named", { mail: { dmarc: [own("v=DMARC1; p=reject")] } }],
  ["unauthorised", "fail", "the other domain does not agree", sentTo(answered(CONSENT, "TXT"))],
  ["unauthorised", "fail", "another text stands there", sentTo(answered(CONSENT, "TXT", "v=spf1 -all"))],
  ["unanswered", "inconclusive", "nobody answers for the other domain", sentTo(answeredBy(CONSENT, "TXT", "timeout"))],
  [
    "unanswered",
    "inconclusive",
    "no resolver answers",
    { mail: { dmarc: [answeredBy("_dmarc.example.com", "TXT", "servfail")] } },
  ],
]);

it("names the record that the other domain has to publish", () => {
  expect(judge(dmarcReports, healthyObservation(sentTo(answered(CONSENT, "TXT")))).publish).toEqual([
    { name: CONSENT, type: "TXT", value: "v=DMARC1" },
  ]);
});

it("asks for consent once per domain outside, and for nothing else", () => {
  const rua = "mailto:a@example.com,mailto:b@mail.example.com,mailto:c@reports.example!10m,mailto:d@Reports.example";
  expect(externalReportDomains("example.com", own(`v=DMARC1; p=none; rua=${rua}`))).toEqual([
    { address: "mailto:c@reports.example", domain: "reports.example" },
  ]);
});
