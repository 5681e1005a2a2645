import type { Actor } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";

/** A person's tabs and scripts, in this process. */
const STREAMS_MAX = 20;
const open = new Map<string, number>();

/** Takes one of the actor's streams; call what it answers, once, when the stream ends. @throws AppError throttled */
export function takeStream(actor: Actor): () => void {
  const key = actor.type === "user" ? actor.id : actor.job;
  const count = (open.get(key) ?? 0) + 1;
  if (count > STREAMS_MAX) {
    throw new AppError("throttled", `At most ${STREAMS_MAX} runs can be followed at once.`, { retryAfterSeconds: 10 });
  }
  open.set(key, count);
  return () => {
    const left = (open.get(key) ?? 1) - 1;
    if (left > 0) open.set(key, left);
    else open.delete(key);
  };
}
