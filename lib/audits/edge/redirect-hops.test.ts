import { chainOf } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { redirectHops } from "./redirect-hops.ts";

const ROOT = "https://example.com/";
const follow = (...urls: string[]) => ({ redirects: { chains: [chainOf(urls)] } });

testOutcomes(redirectHops, [
  ["ok", "pass", "two moves at most", {}],
  [
    "ok",
    "pass",
    "the app's own redirects are not counted",
    follow("http://www.example.com/", "https://www.example.com/", ROOT, `${ROOT}en/`, `${ROOT}en/login`),
  ],
  ["no-redirects", "not_applicable", "nothing moves", follow(ROOT)],
  [
    "too-many",
    "warn",
    "there are three",
    follow("http://old.example.com/", "http://www.example.com/", "https://www.example.com/", ROOT),
  ],
  ["unseen", "inconclusive", "nothing was followed", { redirects: { chains: [] } }],
]);
