import type { Changes } from "../testing/healthy-observation.ts";
import { HEALTHY, HEALTHY_AT } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsExpiry } from "./tls-expiry.ts";

const HOUR = 3_600_000;
const NOW = Date.parse(HEALTHY_AT);

/** A certificate of `lifetime` hours with `left` of them left. */
function dates(lifetime: number, left: number, store: "public" | "added" = "public"): Changes {
  const validTo = new Date(NOW + left * HOUR).toISOString();
  const validFrom = new Date(NOW + (left - lifetime) * HOUR).toISOString();
  const root = { subject: "CN=Example Root", store };
  return { tls: { root, chain: HEALTHY.tls.chain.map((certificate) => ({ ...certificate, validFrom, validTo })) } };
}
const days = (count: number) => count * 24;

testOutcomes(tlsExpiry, [
  ["ok", "pass", "exactly a third is left", dates(days(90), days(30))],
  ["ok", "pass", "a six-day certificate has 48 hours left", dates(days(6), 48)],
  ["ok", "pass", "a one-day certificate has a little more than a third left", dates(24, 9)],
  ["ok", "pass", "a ten-day certificate has five days left", dates(days(10), days(5))],
  ["soon", "warn", "a little less than a third is left", dates(days(90), days(30) - 1)],
  ["soon", "warn", "exactly a sixth is left", dates(days(90), days(15))],
  ["soon", "warn", "a ten-day certificate has three days left", dates(days(10), days(3))],
  ["imminent", "fail", "a little less than a sixth is left", dates(days(90), days(15) - 1)],
  ["imminent", "fail", "less than a week is left, though that is more than a sixth", dates(days(30), days(7) - 1)],
  ["imminent", "fail", "a ten-day certificate has less than 48 hours left", dates(days(10), 47)],
  ["imminent", "fail", "a one-day certificate has less than a third left", dates(24, 7)],
  ["ok", "pass", "198 days, of which 46 are left: Amazon renews at 45", dates(days(198), days(46))],
  ["ok", "pass", "395 days from before March 2026, of which 60 are left", dates(days(395), days(60))],
  ["soon", "warn", "198 days, of which 28 are left", dates(days(198), days(28))],
  ["imminent", "fail", "198 days, of which 16 are left", dates(days(198), days(16))],
  ["expired", "fail", "it runs out this very moment", dates(days(90), 0)],
  ["expired", "fail", "it ran out", dates(days(90), -1)],
  ["not-yet-valid", "fail", "it begins tomorrow", dates(days(90), days(91))],
  ["ok", "pass", "200 days, since March 2026", dates(days(200), days(190))],
  ["too-long-lived", "fail", "201 days, since March 2026", dates(days(201), days(190))],
  ["ok", "pass", "398 days, from before March 2026", dates(days(398), days(300))],
  ["too-long-lived", "fail", "399 days, from before March 2026", dates(days(399), days(300))],
  ["ok", "pass", "an added authority gives 825 days", dates(days(825), days(800), "added")],
  ["too-long-lived", "fail", "an added authority gives 826 days", dates(days(826), days(800), "added")],
  ["no-certificate", "inconclusive", "there is none", { tls: { chain: [] } }],
]);
