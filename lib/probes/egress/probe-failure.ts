import type { Unreachable } from "#lib/audits/observation.ts";

export type Step = Unreachable["step"];

/**
 * Something could not be seen. `code` is a machine word, `reason` a sentence for the reader; neither may hold a
 * resolved address, so native messages are kept in `cause` only.
 */
export class ProbeFailure extends Error {
  readonly step: Step;
  readonly code: string;
  readonly reason: string;

  constructor(step: Step, code: string, reason: string, options: { cause?: unknown } = {}) {
    super(`${step}: ${code}: ${reason}`, options);
    this.name = "ProbeFailure";
    this.step = step;
    this.code = code;
    this.reason = reason;
  }
}
