import { chainOf } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { redirectPermanence } from "./redirect-permanence.ts";

const ROOT = "https://example.com/";
const ACCESS = "https://acme.cloudflareaccess.com/cdn-cgi/access/login/example.com?redirect_url=%2F";
const LOGIN = "https://login.example.net/authorize";
const follow = (status: number, ...urls: string[]) => ({ redirects: { chains: [chainOf(urls, status)] } });

testOutcomes(redirectPermanence, [
  ["ok", "pass", "every move is permanent", {}],
  ["ok", "pass", "a sign-in page is a temporary redirect on the same host", follow(302, ROOT, `${ROOT}login`)],
  ["ok", "pass", "Cloudflare Access asks who is there", follow(302, ROOT, ACCESS)],
  [
    "ok",
    "pass",
    "OpenID Connect does",
    follow(302, ROOT, `${LOGIN}?client_id=1&redirect_uri=https%3A%2F%2Fexample.com`),
  ],
  ["ok", "pass", "SAML does", follow(303, ROOT, `${LOGIN}?SAMLRequest=fVL`)],
  ["temporary", "warn", "another site in place of a sign-in", follow(302, ROOT, LOGIN)],
  ["no-redirects", "not_applicable", "nothing moves", follow(301, ROOT)],
  ["temporary", "warn", "the scheme changes only for now", follow(307, "http://example.com/", ROOT)],
  ["temporary", "warn", "the host changes only for now", follow(302, "https://www.example.com/", ROOT)],
  ["unseen", "inconclusive", "nothing was followed", { redirects: { chains: [] } }],
]);
