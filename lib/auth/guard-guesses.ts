import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { addressBlock } from "./client-address.ts";
import { assertWindow, takeOfWindow } from "./throttle.ts";

const MISSES_MAX = 60;

type From = Pick<Ctx, "db" | "now"> & { address: string | null };

/**
 * Opens what whoever knows its address may see. A network that has asked for 60 things that are not there within a
 * minute gets no answer for the rest of it. @throws AppError throttled, or what `open` throws
 */
export async function guardGuesses<T>({ db, now, address }: From, open: () => Promise<T>): Promise<T> {
  const key = `guess:${addressBlock(address)}`;
  await assertWindow(db, key, MISSES_MAX, now);
  try {
    return await open();
  } catch (error) {
    const isMiss = error instanceof AppError && (error.code === "not_found" || error.code === "gone");
    if (isMiss) await takeOfWindow(db, key, MISSES_MAX, now);
    throw error;
  }
}
