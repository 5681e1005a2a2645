import { ProbeFailure } from "../egress/probe-failure.ts";

/** The ProbeFailure that the work ends in. */
export async function failureFrom(work: Promise<unknown>): Promise<ProbeFailure> {
  const outcome = await work.then(
    () => "it did not fail",
    (error: unknown) => error,
  );
  if (outcome instanceof ProbeFailure) return outcome;
  throw new Error("expected a ProbeFailure", { cause: outcome });
}
