import { AppError } from "#lib/errors.ts";
import { egressConfigFromEnv } from "#lib/probes/config.ts";
import { parseTarget } from "#lib/probes/parse-target.ts";

/** What keeps this installation from ever reaching an address, in one sentence; `null` when nothing does. */
export type ReasonNotToAudit = (url: string) => string | null;

/** Judges many addresses by one reading of the operator's rules. Without traffic, as `assertAuditable`. */
export function auditability(): ReasonNotToAudit {
  const policy = egressConfigFromEnv(process.env);
  return (url) => {
    try {
      parseTarget(url, policy);
      return null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.message;
    }
  };
}

/**
 * Refuses, while it is being typed in, an address that no audit of this installation will reach: private ones, local
 * names, closed ports. Without traffic; which addresses a name has is judged at each connection.
 * @throws AppError invalid, for the field `url`
 */
export function assertAuditable(url: string): void {
  const reason = auditability()(url);
  if (reason !== null) throw new AppError("invalid", reason, { fieldErrors: { url: [reason] } });
}
