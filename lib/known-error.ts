import { AppError } from "./errors.ts";

/** PostgreSQL's codes for text that it cannot hold: in a `text` column, and in a `jsonb` one. */
const UNSTORABLE = ["22021", "22P05"];

/** What may be said to the caller of a thrown value; null when it is ours alone to know. */
export function knownError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  for (const link of causes(error)) {
    if ("code" in link && UNSTORABLE.includes(String(link.code))) {
      return new AppError("invalid", "A text holds a character that cannot be stored (NUL).", { cause: error });
    }
  }
  return null;
}

/**
 * A thrown value for the log, with its causes. A failed statement is told without its parameters: among them are
 * hashes of passwords and tokens, and addresses of people.
 */
export function forLog(error: unknown): string {
  return causes(error).map(stackOf).join("\ncaused by ") || String(error);
}

const CAUSES_MAX = 5;

function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let link = error; link instanceof Error && found.length < CAUSES_MAX; link = link.cause) found.push(link);
  return found;
}

function stackOf(error: Error): string {
  const stack = error.stack ?? error.message;
  if (!("query" in error && "params" in error)) return stack;
  return stack.replace(error.message, `Failed query: ${error.query}`);
}
