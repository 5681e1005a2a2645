import { openSession, type SpfRequest } from "./spf-session.ts";
import { replaySteps } from "./spf-steps.ts";
import { targetName } from "./spf-target.ts";

/**
 * Addresses that nobody sends mail from, one in each quarter of IPv4 and one of IPv6: all from reserved blocks, so that
 * only a record that lets in far too much lets in these.
 */
export const STRANGERS = ["203.0.113.77", "0.113.5.77", "100.127.113.77", "169.254.113.77", "2001:db8:5f::77"] as const;

/** A mail in the domain's name from a stranger. */
export function strangerRequest(domain: string, ip: string = STRANGERS[0]): SpfRequest {
  return { ip, domain, sender: `postmaster@${domain}`, helo: "stranger.invalid" };
}

/** The name that a domain-spec means for a mail from the first stranger. */
export function strangerName(spec: string, domain: string): string {
  const steps = targetName(spec, domain, openSession(strangerRequest(domain)));
  return replaySteps(steps, () => ({ status: "nodata", records: [] })).toLowerCase();
}
