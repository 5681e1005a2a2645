import type { Db } from "#db/client.ts";
import { addressBlock } from "#lib/auth/client-address.ts";
import { hashToken } from "#lib/auth/secret-token.ts";
import { takeOfWindow } from "#lib/auth/throttle.ts";
import { AppError } from "#lib/errors.ts";
import { counted } from "#lib/roadmap/words.ts";

const MINUTE_SECONDS = 60;

/** What all keys of this throttle begin with. */
export const THROTTLE_PREFIX = "domain-check:";
/** The longest window: what is older than that says nothing any more. */
export const THROTTLE_MEMORY_MS = 60 * MINUTE_SECONDS * 1000;

type Asked = { host: string; address: string | null; now: Date };
type Limit = { key: (asked: Asked) => string; max: number; minutes: number; why: (host: string) => string };

/** In one order for everybody, so that two who ask at once wait for each other and never in a circle. */
const LIMITS: readonly Limit[] = [
  {
    key: ({ address }) => `network:${addressBlock(address)}`,
    max: 3,
    minutes: 10,
    why: () => "Three checks within ten minutes is what one network gets here.",
  },
  {
    // Hashed, since nobody who reads the table needs to know who was looked at.
    key: ({ host }) => `host:${hashToken(host)}`,
    max: 1,
    minutes: 10,
    why: (host) => `${host} was checked a moment ago, and only whoever asked has the result.`,
  },
  {
    key: () => "all",
    max: 60,
    minutes: 60,
    why: () => "This installation has checked as many domains this hour as it offers to.",
  },
];

/**
 * Counts one check against every limit; the caller's transaction takes it all back when one of them refuses.
 * @throws AppError throttled, with the sentence that says how long
 */
export async function throttleChecks(tx: Db, asked: Asked): Promise<void> {
  for (const { key, max, minutes, why } of LIMITS) {
    try {
      await takeOfWindow(tx, THROTTLE_PREFIX + key(asked), max, asked.now, minutes * MINUTE_SECONDS);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "throttled")) throw error;
      const { retryAfterSeconds = MINUTE_SECONDS } = error;
      const wait = counted(Math.ceil(retryAfterSeconds / MINUTE_SECONDS), "minute");
      throw new AppError("throttled", `${why(asked.host)} Try again in ${wait}.`, { cause: error, retryAfterSeconds });
    }
  }
}
