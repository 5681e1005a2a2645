import { failureOf } from "./failure-of.ts";
import type { ProbeFailure } from "./probe-failure.ts";
import { Semaphore } from "./semaphore.ts";

const SILENCES: ReadonlySet<string> = new Set(["header_timeout", "body_timeout"]);

/**
 * One origin's requests, one at a time. When one runs out of time before the origin ever completed an answer, those
 * that wait and those that come later end at once with the same failure: each would cost as long again.
 */
export class Turn {
  readonly #line = new Semaphore(1);
  #hasAnswered = false;
  #silence: ProbeFailure | null = null;

  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const release = await this.#line.acquire(signal);
    try {
      if (this.#silence) throw this.#silence;
      const answer = await work();
      this.#hasAnswered = true;
      return answer;
    } catch (error) {
      const failure = failureOf(error);
      if (!this.#hasAnswered && SILENCES.has(failure.code)) this.#silence = failure;
      throw failure;
    } finally {
      release();
    }
  }
}
