import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { ProbeFailure } from "./egress/probe-failure.ts";

export type DevtoolsEvent = { method: string; params: Record<string, unknown>; sessionId?: string | undefined };
export type Devtools = {
  /** Rejects with a ProbeFailure when the browser refuses the command or ends first. */
  send(method: string, params?: Record<string, unknown>, sessionId?: string): Promise<Record<string, unknown>>;
  /** Replaces the listener. */
  listen(listener: (event: DevtoolsEvent) => void): void;
  /** Never resolves; rejects when the browser is gone. */
  ended: Promise<never>;
};

const record = z.record(z.string(), z.unknown());
const message = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: record.optional(),
  result: record.optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});

/** One message holds at most this much; pages decide how long some of them are. */
const MESSAGE_BYTES_MAX = 32 * 1024 * 1024;
const NUL = 0;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The DevTools protocol over the browser's pipe: one JSON text per message, each ended by a NUL. */
export function createDevtools(input: Writable, output: Readable, onBroken: () => void): Devtools {
  const ended = Promise.withResolvers<never>();
  // Nobody may be waiting for it yet, or any more.
  ended.promise.catch(() => undefined);
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  let listener: (event: DevtoolsEvent) => void = () => undefined;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let lastId = 0;
  let broken: ProbeFailure | null = null;

  function breakOff(reason: string): void {
    if (broken) return;
    broken = new ProbeFailure("browser", "browser_ended", reason);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
    ended.reject(broken);
    onBroken();
  }

  function receive(text: string): void {
    const parsed = message.safeParse(parseJson(text));
    if (!parsed.success) return;
    const { id, method, params = {}, result = {}, error, sessionId } = parsed.data;
    if (method !== undefined) listener({ method, params, sessionId });
    const answer = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !answer) return;
    waiting.delete(id);
    if (error) answer.reject(new ProbeFailure("browser", "browser_refused", `The browser refused: ${error.message}`));
    else answer.resolve(result);
  }

  output.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(NUL); end !== -1; end = chunk.indexOf(NUL, start)) {
      const whole = Buffer.concat([...pending, chunk.subarray(start, end)]);
      pending = [];
      pendingBytes = 0;
      start = end + 1;
      receive(whole.toString("utf8"));
    }
    pending.push(chunk.subarray(start));
    pendingBytes += chunk.length - start;
    if (pendingBytes > MESSAGE_BYTES_MAX) breakOff("The browser's word about the page has no end.");
  });
  output.once("close", () => breakOff("The browser ended before the page was seen."));
  output.on("error", () => breakOff("The browser ended before the page was seen."));
  input.on("error", () => breakOff("The browser ended before the page was seen."));

  return {
    ended: ended.promise,
    send(method, params = {}, sessionId) {
      if (broken) return Promise.reject(broken);
      lastId += 1;
      const answer = Promise.withResolvers<Record<string, unknown>>();
      waiting.set(lastId, answer);
      input.write(`${JSON.stringify({ id: lastId, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      return answer.promise;
    },
    listen(next) {
      listener = next;
    },
  };
}
