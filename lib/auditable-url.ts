import { AppError } from "#lib/errors.ts";
import { egressConfigFromEnv } from "#lib/probes/config.ts";
import { parseTarget } from "#lib/probes/parse-target.ts";

/**
 * Refuses, while it is being typed in, an address that no audit of this installation will reach: private ones, local
 * names, closed ports. Without traffic; which addresses a name has is judged at each connection.
 * @throws AppError invalid, for the field `url`
 */
export function assertAuditable(url: string): void {
  const policy = egressConfigFromEnv(process.env);
  try {
    parseTarget(url, policy);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError("invalid", error.message, { cause: error, fieldErrors: { url: [error.message] } });
  }
}
