import { ProbeFailure } from "./probe-failure.ts";

/** An answer that breaks the rules of the DNS message format; `why` names which. */
export function malformed(why: string): ProbeFailure {
  return new ProbeFailure("dns", "malformed_answer", `The answer is not a valid DNS message: ${why}.`);
}
