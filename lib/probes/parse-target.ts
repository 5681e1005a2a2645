import { getDomain } from "tldts";
import { NO_NOTES, type TargetFacts } from "#lib/audits/observation.ts";
import { AppError } from "#lib/errors.ts";
import { type AddressPolicy, canonicalAddress, judgeAddress } from "./egress/address-policy.ts";
import { hostOf, parseUrl, portOf } from "./egress/parse-url.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";

const NOTHING_ALLOWED: AddressPolicy = { allow: [] };

/**
 * What an address is about. A bare host name is taken as https. Throws AppError `invalid` for what can never be audited
 * under this policy; which addresses a name has is only judged when a connection is made.
 */
export function parseTarget(raw: string, policy: AddressPolicy = NOTHING_ALLOWED): TargetFacts {
  const text = raw.trim();
  const url = readUrl(/^[\w.-]+(?::\d+)?(?:[/?#].*)?$/.test(text) ? `https://${text}` : text, policy);
  const host = hostOf(url);
  const port = portOf(url);
  if (isLiteral(host)) checkLiteral(host, port, policy);
  const domain = getDomain(host, { allowPrivateDomains: true, validateHostname: false });
  return { url: url.href, host, port, domain: domain ?? host, notes: NO_NOTES };
}

/** The cause is a ProbeFailure where an allow entry would lift the refusal. */
function checkLiteral(host: string, port: number, policy: AddressPolicy): void {
  const verdict = judgeAddress(host, policy, { host, port });
  if (verdict.allowed) return;
  const reason = "This is a private or reserved address, which audits may not reach.";
  const cause = verdict.why === "not_public" ? new ProbeFailure("policy", "blocked_address", reason) : undefined;
  throw new AppError("invalid", reason, { cause });
}

export function isLiteral(host: string): boolean {
  return canonicalAddress(host) !== null;
}

function readUrl(text: string, policy: AddressPolicy): URL {
  try {
    return parseUrl(text, policy);
  } catch (error) {
    if (error instanceof ProbeFailure) throw new AppError("invalid", error.reason, { cause: error });
    throw error;
  }
}
