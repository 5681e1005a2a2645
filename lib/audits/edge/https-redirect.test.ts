import type { RedirectChain } from "../observation.ts";
import { chainOf } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { httpsRedirect } from "./https-redirect.ts";

const PLAIN = "http://example.com/";
const DEEP = "http://example.com/deep?x=1";
const SECURE = "https://example.com/";

const chains = (...list: RedirectChain[]) => ({ redirects: { chains: list } });
const answer = (status: number, location: string | null = null): RedirectChain => ({
  start: PLAIN,
  hops: [{ url: PLAIN, status, location }],
  final: PLAIN,
  error: null,
});
/** What the same host says over https. */
const UP = chainOf([SECURE]);
const UP_APP = "https://app.example.com/";
const broken = (step: "connect" | "dns" | "http", code: string): RedirectChain => ({
  start: PLAIN,
  hops: [],
  final: null,
  error: { step, code, reason: "No." },
});

testOutcomes(httpsRedirect, [
  ["ok", "pass", "every path moves for good", {}],
  [
    "ok",
    "pass",
    "the port stays the same",
    chains(chainOf(["http://example.com:8443/", "https://example.com:8443/"])),
    { port: 8443 },
  ],
  ["ok", "pass", "the host moves only after the scheme", chains(chainOf([PLAIN, SECURE, "https://www.example.com/"]))],
  ["ok", "pass", "a temporary move is judged apart", chains(chainOf([PLAIN, SECURE], 302))],
  [
    "ok",
    "pass",
    "a variant does not exist",
    chains(chainOf([PLAIN, SECURE]), { ...broken("dns", "nxdomain"), start: "http://www.example.com/" }),
  ],
  ["not-served", "pass", "nothing listens", chains(UP, broken("connect", "refused"))],
  ["not-served", "pass", "what listens speaks no HTTP", chains(UP, broken("http", "protocol_error"))],
  ["not-served", "pass", "a port for TLS closes plain connections", chains(UP, broken("http", "reset"))],
  ["refused", "pass", "plain HTTP is refused", chains(answer(400))],
  [
    "variant-other-host",
    "warn",
    "another name goes to the canonical host at once",
    chains(chainOf([PLAIN, SECURE]), chainOf(["http://www.example.com/", SECURE])),
  ],
  [
    "downgrade",
    "fail",
    "https leads back to http",
    chains(chainOf([PLAIN, SECURE, "http://app.example.com/", UP_APP])),
  ],
  ["downgrade", "fail", "https itself leads to http", chains(chainOf([PLAIN, SECURE]), chainOf([SECURE, PLAIN]))],
  ["other-host", "fail", "the first hop changes the host", chains(chainOf([PLAIN, "https://www.example.com/"]))],
  [
    "other-host",
    "fail",
    "the host only begins alike",
    chains(chainOf([PLAIN, "https://example.com.attacker.example/"])),
  ],
  ["stays-plain", "fail", "the first hop stays on http", chains(chainOf([PLAIN, "http://www.example.com/", SECURE]))],
  ["stays-plain", "fail", "the location is relative", chains(answer(301, "/login"))],
  ["serves-plain", "fail", "the page is served", chains(answer(200))],
  [
    "serves-plain",
    "fail",
    "another name serves plain HTTP",
    chains(chainOf([PLAIN, SECURE]), chainOf(["http://www.example.com/"])),
  ],
  ["serves-plain", "fail", "a password is asked for", chains(answer(401))],
  ["serves-plain", "fail", "the redirect leads nowhere", chains(answer(301))],
  ["serves-plain", "fail", "one path moves and another is served", chains(chainOf([PLAIN, SECURE]), chainOf([DEEP]))],
  ["unseen", "inconclusive", "the answer broke off", chains(UP, broken("http", "header_timeout"))],
  ["unseen", "inconclusive", "the host answers nowhere", chains(broken("connect", "refused"))],
  [
    "unseen",
    "inconclusive",
    "only another host is up",
    chains(chainOf(["https://www.example.com/"]), broken("connect", "refused")),
  ],
  [
    "unseen",
    "inconclusive",
    "neither scheme gets an answer",
    chains(broken("http", "reset"), { ...broken("http", "reset"), start: SECURE }),
  ],
  ["unseen", "inconclusive", "plain HTTP was not tried", chains()],
]);
