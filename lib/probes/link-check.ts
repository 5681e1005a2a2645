import type { LinkFact } from "#lib/roadmap/records/types.ts";
import type { EgressConfig } from "./config.ts";
import { createEgress } from "./egress/create-egress.ts";
import { followRedirects, type Landing } from "./egress/follow-redirects.ts";
import { ProbeFailure, type Step } from "./egress/probe-failure.ts";

type LinkState = NonNullable<LinkFact["check"]>["state"];
/** What following a link showed; `reason` is one sentence, `status` that of the last answer. */
export type FollowedLink = { state: LinkState; status: number | null; reason: string };

const HOPS_MAX = 5;
const LINK_MS = 20_000;
/** Nobody reads the page; a few bytes of it show that it is there. */
const LIMITS = { wireBytes: 32 * 1024, decodedBytes: 64 * 1024, connectMs: 8_000, headersMs: 10_000, bodyMs: 8_000 };

/** Follows a link as a visitor without an account would: GET, no cookie, each hop judged anew. Never throws for the remote. */
export async function followLink(url: string, config: EgressConfig, signal: AbortSignal): Promise<FollowedLink> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(TOO_LONG), LINK_MS);
  const egress = createEgress(config, AbortSignal.any([signal, stop.signal]), { limits: LIMITS });
  try {
    const landing = await followRedirects(url, (hop) => egress.request(hop), config, HOPS_MAX);
    signal.throwIfAborted();
    return judge(landing);
  } finally {
    clearTimeout(timer);
    await egress.close();
  }
}

const TOO_LONG = new ProbeFailure("http", "timeout", "It did not answer in time.");

function judge({ chain, failure }: Landing): FollowedLink {
  const last = chain.hops.at(-1);
  const status = last?.status ?? null;
  if (failure) return unseen(failure, chain.hops.length > 0, status);
  if (last === undefined) return { state: "not_checked", status, reason: "The check itself failed." };
  return judgeAnswer(last.status, last.url, chain.hops.length > 1);
}

function judgeAnswer(status: number, url: string, wasLedOn: boolean): FollowedLink {
  if (status === 401 || status === 403) {
    return { state: "reachable", status, reason: `It asks to sign in (${status}).` };
  }
  if (status >= 200 && status < 300) {
    const asks = wasLedOn && isSignIn(url);
    return {
      state: "reachable",
      status,
      reason: asks ? "It leads to a page for signing in." : `It answers (${status}).`,
    };
  }
  if (status === 429) {
    return { state: "not_checked", status, reason: "It says that it was asked too often (429), so nothing is known." };
  }
  if (status >= 300 && status < 400) {
    return { state: "broken", status, reason: `It redirects without saying where to (${status}).` };
  }
  return { state: "broken", status, reason: BROKEN[status] ?? `It answers with an error (${status}).` };
}

const BROKEN: Readonly<Record<number, string>> = {
  404: "There is no such page (404).",
  410: "The page was taken away (410).",
  500: "The server fails (500).",
  502: "The server behind it does not answer (502).",
  503: "The server says that it is down (503).",
};

const SIGN_IN_PATH =
  /(?:^|[/_-])(?:log-?in|sign-?in|auth|authorize|oauth2?|sso|saml2?|session|accounts?)(?:$|[/._?-])/i;
const SIGN_IN_HOST = /^(?:accounts?|auth|id|identity|idp|login|signin|sso)\./i;

/** By its address alone: what a page says of itself is not read. */
function isSignIn(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return SIGN_IN_HOST.test(hostname) || SIGN_IN_PATH.test(pathname);
}

const STEP_WORDS: Readonly<Record<Step, string>> = {
  policy: "Refused",
  dns: "DNS",
  connect: "Connection",
  tls: "TLS",
  http: "Answer",
  body: "Answer",
  browser: "Browser",
  internal: "Check",
};

const IN_CIRCLES: ReadonlySet<string> = new Set(["redirect_loop", "too_many_redirects", "ambiguous_redirect"]);
/** A place that the guard keeps this installation out of, in place of an address that was typed wrong. */
const INTERNAL: ReadonlySet<string> = new Set(["blocked_address", "blocked_host"]);

function unseen({ step, code, reason }: ProbeFailure, wasLedOn: boolean, status: number | null): FollowedLink {
  if (IN_CIRCLES.has(code)) return { state: "broken", status, reason };
  if (step === "policy") {
    const inside = wasLedOn
      ? "It leads on to an internal address, which this product does not visit."
      : "This is an internal address, which this product does not visit.";
    return { state: "not_checked", status, reason: INTERNAL.has(code) ? inside : reason };
  }
  if (step === "internal") return { state: "not_checked", status, reason: "The check itself failed." };
  return { state: "unreachable", status, reason: `${STEP_WORDS[step]}: ${reason}` };
}
