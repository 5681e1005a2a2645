import type { RedirectChain } from "../observation.ts";
import { chainOf } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { oldUrls } from "./old-urls.ts";

const FROM = "https://example.com/old";
const TO = "https://example.com/new";
const items = (...chains: RedirectChain[]) => ({
  oldUrls: { items: chains.map((chain) => ({ from: chain.start, to: TO, chain })) },
});
const good = chainOf([FROM, TO]);
const broken: RedirectChain = {
  start: `${FROM}?slow`,
  hops: [],
  final: null,
  error: { step: "http", code: "header_timeout", reason: "No." },
};
const ending = (status: number): RedirectChain => ({
  ...good,
  hops: good.hops.map((hop, index) => (index === 1 ? { ...hop, status } : hop)),
});

testOutcomes(oldUrls, [
  ["ok", "pass", "each reaches its page", {}],
  ["ok", "pass", "the new page has a slash at its end", items(chainOf([FROM, `${TO}/`]))],
  ["ok", "pass", "the old address is still the page itself", items(chainOf([TO]))],
  ["none-listed", "not_applicable", "there is no list", { oldUrls: { items: [] } }],
  ["too-many-hops", "warn", "there are three hops", items(good, chainOf([FROM, `${FROM}1`, `${FROM}2`, TO]))],
  ["temporary", "warn", "one moves only for now", items(good, chainOf([FROM, TO], 307))],
  ["wrong-place", "fail", "one ends on the front page", items(chainOf([FROM, "https://example.com/"]))],
  ["wrong-place", "fail", "the query differs", items(chainOf([FROM, `${TO}?x`]))],
  ["wrong-place", "fail", "it is another host", items(chainOf([FROM, "https://www.example.com/new"]))],
  ["gone", "fail", "the old address is not found", items(chainOf([FROM, TO], 302), ending(404))],
  ["gone", "fail", "the new page breaks", items(ending(503))],
  [
    "gone",
    "fail",
    "the old name does not exist",
    items({ ...broken, error: { step: "dns", code: "nxdomain", reason: "No." } }),
  ],
  ["loop", "fail", "it goes round", items(chainOf([FROM, TO, FROM]))],
  ["unseen", "inconclusive", "one could not be followed", items(good, broken)],
]);
