import { NO_NOTES, type RedirectChain } from "../observation.ts";
import { chainOf } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { canonicalOrigin } from "./canonical-origin.ts";

const ROOT = "https://example.com/";
const WWW = "https://www.example.com/";

const OTHER = "https://example.net/";
const ALIAS = { notes: { ...NO_NOTES, profile: "alias" } } as const;

const onlyChains = (...list: RedirectChain[]) => ({ redirects: { chains: list } });
const chains = (...list: RedirectChain[]) => ({ redirects: { chains: [chainOf([ROOT]), ...list] } });
const broken = (start: string, step: "connect" | "dns" | "http" | "tls", code: string): RedirectChain => ({
  start,
  hops: [],
  final: null,
  error: { step, code, reason: "No." },
});

/** Redirects that lead to the last address, where the handshake fails. */
const brokenAt = (urls: readonly string[]): RedirectChain => {
  const { start, hops } = chainOf(urls);
  const error = { step: "tls", code: "tls_error", reason: "No." } as const;
  return { start, hops: hops.slice(0, -1), final: null, error };
};

testOutcomes(canonicalOrigin, [
  ["ok", "pass", "all variants end on the apex", {}],
  [
    "ok",
    "pass",
    "one address asks for a sign-in elsewhere",
    chains(chainOf([ROOT, "https://acme.cloudflareaccess.com/cdn-cgi/access/login/example.com"], 302)),
  ],
  ["ok", "pass", "a variant does not exist", chains(broken(WWW, "dns", "nxdomain"))],
  ["ok", "pass", "plain HTTP is not served", chains(broken("http://example.com/", "connect", "refused"))],
  ["ok", "pass", "a port for TLS closes plain connections", chains(broken("http://example.com/", "http", "reset"))],
  ["ok", "pass", "the front page moves to a language", chains(chainOf([WWW, `${ROOT}en/`]))],
  ["ok", "pass", "plain HTTP stays plain, which another rule judges", chains(chainOf(["http://example.com/"]))],
  [
    "ok",
    "pass",
    "a sign-in page is a temporary redirect on the same host",
    chains(chainOf([`${ROOT}app`, `${ROOT}login`], 302)),
  ],
  ["broken-variant", "warn", "another variant's certificate does not work", chains(broken(WWW, "tls", "tls_error"))],
  [
    "dead-alias",
    "warn",
    "a noted alias does not exist",
    chains(broken("https://old.example/", "dns", "nxdomain"), broken("http://old.example/", "dns", "nxdomain")),
    { notes: { ...NO_NOTES, aliases: ["old.example"] } },
  ],
  [
    "ok",
    "pass",
    "a noted alias is not served over http",
    chains(chainOf(["https://old.example/", ROOT]), broken("http://old.example/", "connect", "refused")),
    { notes: { ...NO_NOTES, aliases: ["old.example"] } },
  ],
  ["several-origins", "fail", "the variants stay apart", chains(chainOf([WWW]))],
  ["several-origins", "fail", "a variant ends on another port", chains(chainOf([WWW, "https://example.com:8443/"]))],
  ["leads-on", "pass", "an alias leads on", onlyChains(chainOf([ROOT, OTHER])), ALIAS],
  ["alias-stays", "fail", "an alias shows a site itself", onlyChains(chainOf([ROOT]), chainOf([WWW, OTHER])), ALIAS],
  ["loop", "fail", "the redirects go round", chains({ ...chainOf([ROOT, WWW, ROOT]), final: null })],
  ["loop", "fail", "the probe gave up", chains({ ...broken(WWW, "http", "too_many_redirects") })],
  ["broken-variant", "warn", "a redirect leads to a variant whose TLS breaks", chains(brokenAt([ROOT, WWW]))],
  ["unseen", "inconclusive", "a variant broke off", chains(broken(WWW, "http", "header_timeout"))],
  ["unseen", "inconclusive", "a variant closes its connections over TLS", chains(broken(WWW, "http", "reset"))],
  ["unseen", "inconclusive", "a redirect leads to the target, whose TLS breaks", chains(brokenAt([WWW, ROOT]))],
  [
    "unseen",
    "inconclusive",
    "the target's TLS breaks and so does a variant's",
    chains(brokenAt([WWW, ROOT]), broken(WWW, "tls", "tls_error")),
  ],
  [
    "unseen",
    "inconclusive",
    "the target's own TLS broke, which other rules judge",
    chains(broken(ROOT, "tls", "tls_error")),
  ],
  ["unseen", "inconclusive", "nothing was followed", { redirects: { chains: [] } }],
]);
