import type { CheckId } from "#lib/roadmap/ids.ts";
import { caa } from "./dns/caa.ts";
import { danglingCname } from "./dns/dangling-cname.ts";
import { nameservers } from "./dns/nameservers.ts";
import { resolverAgreement } from "./dns/resolver-agreement.ts";
import { resolves } from "./dns/resolves.ts";
import { canonicalOrigin } from "./edge/canonical-origin.ts";
import { cookieFlags } from "./edge/cookie-flags.ts";
import { cors } from "./edge/cors.ts";
import { csp } from "./edge/csp.ts";
import { framing } from "./edge/framing.ts";
import { hsts } from "./edge/hsts.ts";
import { httpsRedirect } from "./edge/https-redirect.ts";
import { mixedContent } from "./edge/mixed-content.ts";
import { nosniff } from "./edge/nosniff.ts";
import { referrerPolicy } from "./edge/referrer-policy.ts";
import { securityTxt } from "./edge/security-txt.ts";
import { serverBanner } from "./edge/server-banner.ts";
import { tlsChain } from "./edge/tls-chain.ts";
import { tlsExpiry } from "./edge/tls-expiry.ts";
import { tlsKey } from "./edge/tls-key.ts";
import { tlsName } from "./edge/tls-name.ts";
import { tlsProtocol } from "./edge/tls-protocol.ts";
import { dmarc } from "./mail/dmarc.ts";
import { spf } from "./mail/spf.ts";
import type { AnyRule } from "./rule.ts";

/** Stored with each run. Raise it when a rule may judge the same observation differently than before. */
export const ALGORITHM_VERSION = 1;

const rules = [
  resolves,
  resolverAgreement,
  nameservers,
  caa,
  danglingCname,
  tlsChain,
  tlsName,
  tlsExpiry,
  tlsProtocol,
  tlsKey,
  httpsRedirect,
  canonicalOrigin,
  hsts,
  csp,
  framing,
  nosniff,
  referrerPolicy,
  serverBanner,
  cookieFlags,
  mixedContent,
  cors,
  securityTxt,
  spf,
  dmarc,
] as const satisfies readonly AnyRule[];

/** Every rule with its literal id and outcome codes; the texts are checked against it. */
export type KnownRule = (typeof rules)[number];

/** In the order in which they are shown. */
export const RULES: readonly AnyRule[] = rules;

export function ruleById(id: string): AnyRule | undefined {
  return RULES.find((rule) => rule.id === id);
}

export function rulesFor(check: CheckId): readonly AnyRule[] {
  return RULES.filter((rule) => rule.check === check);
}
