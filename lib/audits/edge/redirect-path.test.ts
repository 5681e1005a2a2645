import type { RedirectChain } from "../observation.ts";
import { chainOf } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { redirectPath } from "./redirect-path.ts";

const ROOT = "https://example.com/";
const WWW = "https://www.example.com/";
const follow = (...urls: string[]) => ({ redirects: { chains: [chainOf(urls)] } });
const broken: RedirectChain = {
  start: WWW,
  hops: [],
  final: null,
  error: { step: "http", code: "header_timeout", reason: "No." },
};

testOutcomes(redirectPath, [
  ["ok", "pass", "every move keeps path and query", {}],
  ["ok", "pass", "the front page moves to a language", follow(WWW, `${ROOT}en/`)],
  ["ok", "pass", "a language is put in front", follow(`${WWW}deep`, `${ROOT}en/deep/`)],
  ["ok", "pass", "the query comes in another order with more in it", follow(`${WWW}?a=1&b=2`, `${ROOT}?b=2&a=1&c=3`)],
  ["ok", "pass", "a sign-in page is within one origin", follow(`${ROOT}app?x=1`, `${ROOT}login`)],
  ["no-redirects", "not_applicable", "nothing moves", follow(ROOT)],
  ["path-lost", "warn", "a deep address ends on the front page", follow(`${WWW}deep?x=1`, ROOT)],
  ["path-lost", "warn", "the scheme changes without the path", follow("http://example.com/deep", ROOT)],
  ["query-lost", "warn", "the query is lost", follow(`${WWW}deep?x=1`, `${ROOT}deep`)],
  ["query-lost", "warn", "part of the query is lost", follow(`${WWW}?x=1&x=2`, `${ROOT}?x=1`)],
  ["unseen", "inconclusive", "a chain broke off", { redirects: { chains: [chainOf([WWW, ROOT]), broken] } }],
  ["unseen", "inconclusive", "nothing was followed", { redirects: { chains: [] } }],
]);
