import { NO_NOTES, type RedirectChain } from "../observation.ts";
import { chainOf } from "../testing/healthy-values.ts";
import { type Row, testOutcomes } from "../testing/test-outcomes.ts";
import { apiPlainHttp } from "./api-plain-http.ts";

const PLAIN = "http://example.com/";
const SECURE = "https://example.com/";
const API = { notes: { ...NO_NOTES, profile: "api" } } as const;
const UP = chainOf([SECURE]);
const chains = (...list: RedirectChain[]) => ({ redirects: { chains: [UP, ...list] } });
const answer = (status: number, location: string | null = null): RedirectChain => ({
  start: PLAIN,
  hops: [{ url: PLAIN, status, location }],
  final: PLAIN,
  error: null,
});
const broken = (step: "connect" | "http", code: string): RedirectChain => ({
  start: PLAIN,
  hops: [],
  final: null,
  error: { step, code, reason: "No." },
});
type Code = keyof typeof apiPlainHttp.outcomes;
const rows: readonly Row<Code>[] = [
  ["not-served", "pass", "nothing listens", chains(broken("connect", "refused"))],
  ["not-served", "pass", "what listens speaks TLS alone", chains(broken("http", "protocol_error"))],
  ["refused", "pass", "it is forbidden", chains(answer(403))],
  ["refused", "pass", "an upgrade is asked for", chains(answer(426))],
  ["refused", "pass", "there is nothing there", chains(answer(404))],
  ["redirects", "fail", "it redirects to https", chains(chainOf([PLAIN, SECURE]))],
  ["redirects", "fail", "a redirect leads nowhere", chains(answer(301))],
  ["serves", "fail", "it answers", chains(answer(200))],
  ["serves", "fail", "it asks for a key in the clear", chains(answer(401))],
  [
    "serves",
    "fail",
    "one path is refused and another answers",
    chains(answer(403), { ...answer(204), start: `${PLAIN}deep` }),
  ],
  ["unseen", "inconclusive", "the server breaks", chains(answer(502))],
  ["unseen", "inconclusive", "it did not answer in time", chains(broken("http", "header_timeout"))],
  ["unseen", "inconclusive", "the host answers nowhere", { redirects: { chains: [broken("connect", "refused")] } }],
  ["unseen", "inconclusive", "only another host was tried", chains(chainOf(["http://www.example.com/"]))],
];

testOutcomes(
  apiPlainHttp,
  rows.map(([code, verdict, when, changes]) => [code, verdict, when, changes, API]),
);
