import { chainOf } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { redirectPermanence } from "./redirect-permanence.ts";

const ROOT = "https://example.com/";
const follow = (status: number, ...urls: string[]) => ({ redirects: { chains: [chainOf(urls, status)] } });

testOutcomes(redirectPermanence, [
  ["ok", "pass", "every move is permanent", {}],
  ["ok", "pass", "a sign-in page is a temporary redirect on the same host", follow(302, ROOT, `${ROOT}login`)],
  ["no-redirects", "not_applicable", "nothing moves", follow(301, ROOT)],
  ["temporary", "warn", "the scheme changes only for now", follow(307, "http://example.com/", ROOT)],
  ["temporary", "warn", "the host changes only for now", follow(302, "https://www.example.com/", ROOT)],
  ["unseen", "inconclusive", "nothing was followed", { redirects: { chains: [] } }],
]);
