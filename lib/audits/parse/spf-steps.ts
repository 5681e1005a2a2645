import type { DnsQuestion } from "../observation.ts";

export type SpfQuestion = { name: string; type: "A" | "AAAA" | "MX" | "PTR" | "TXT" };
export type SpfAnswer = { status: DnsQuestion["answers"][number]["status"]; records: readonly string[] };

/** Work that stops at each question and goes on with the answer, so that one evaluator serves wire and memory alike. */
export type SpfSteps<T> = Generator<SpfQuestion, T, SpfAnswer>;

/** Puts the questions to a resolver. */
export async function runSteps<T>(
  steps: SpfSteps<T>,
  ask: (name: string, type: SpfQuestion["type"]) => Promise<SpfAnswer>,
): Promise<T> {
  let step = steps.next();
  while (!step.done) step = steps.next(await ask(step.value.name, step.value.type));
  return step.value;
}

/** Answers from what is known already. */
export function replaySteps<T>(steps: SpfSteps<T>, lookUp: (question: SpfQuestion) => SpfAnswer): T {
  let step = steps.next();
  while (!step.done) step = steps.next(lookUp(step.value));
  return step.value;
}
