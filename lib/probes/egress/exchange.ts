import type { Client, Dispatcher } from "undici";
import { failureOf } from "./failure-of.ts";
import type { Limits } from "./limits.ts";
import { ProbeFailure } from "./probe-failure.ts";

export type HeaderLine = [name: string, value: string];
/** A response as it came over the wire, its body cut at the limit. */
export type Exchange = { status: number; headers: HeaderLine[]; wire: Buffer; isWhole: boolean };
export type ExchangeRequest = { method: "GET" | "HEAD"; path: string; headers: Record<string, string> };

const INTERIM_MAX = 20;

/** One request on a client, under our own clocks: undici's body timeout starts anew with every chunk. */
export function exchange(
  client: Client,
  request: ExchangeRequest,
  limits: Limits,
  signal: AbortSignal,
): Promise<Exchange> {
  const { promise, resolve, reject } = Promise.withResolvers<Exchange>();
  const chunks: Buffer[] = [];
  let head: Pick<Exchange, "status" | "headers"> | undefined;
  let controller: Dispatcher.DispatchController | undefined;
  let timer: NodeJS.Timeout | undefined;
  let size = 0;
  let sizeMax = limits.wireBytes;
  let interim = 0;
  let isSettled = false;

  function settle(outcome: ProbeFailure | { isWhole: boolean }): void {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
    if (outcome instanceof ProbeFailure || !head) reject(outcome);
    else resolve({ ...head, wire: Buffer.concat(chunks).subarray(0, sizeMax), isWhole: outcome.isWhole });
  }
  function stop(outcome: ProbeFailure | { isWhole: boolean }): void {
    settle(outcome);
    controller?.abort(new Error("stopped"));
  }
  function expect(ms: number, failure: ProbeFailure): void {
    clearTimeout(timer);
    timer = setTimeout(() => stop(failure), ms);
  }
  const onAbort = () => stop(failureOf(signal.reason));
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();

  client.dispatch(
    { ...request },
    {
      onRequestStart(started) {
        controller = started;
        if (isSettled) started.abort(new Error("stopped"));
        else
          expect(
            limits.headersMs,
            new ProbeFailure("http", "header_timeout", "The response headers did not come in time."),
          );
      },
      onResponseStart(started, status) {
        if (status < 100) {
          // RFC 9110 §15: a status has three digits, the first of which is 1 to 5; later ones are only unknown.
          stop(new ProbeFailure("http", "protocol_error", "The answer has no status."));
          return;
        }
        if (status < 200) {
          interim += 1;
          if (interim > INTERIM_MAX)
            stop(new ProbeFailure("http", "protocol_error", "The host sends interim answers without end."));
          return;
        }
        const headers = readHeaders(started.rawHeaders);
        if (headers.length > limits.headerLines) {
          stop(new ProbeFailure("http", "too_large", `The response has more than ${limits.headerLines} header lines.`));
        }
        head = { status, headers };
        if (status >= 300 && status < 400) sizeMax = Math.min(limits.redirectBytes, limits.wireBytes);
        if (!isSettled)
          expect(limits.bodyMs, new ProbeFailure("body", "body_timeout", "The response body did not come in time."));
      },
      onResponseData(_started, chunk) {
        if (isSettled) return;
        chunks.push(chunk);
        size += chunk.length;
        if (size > sizeMax) stop({ isWhole: false });
      },
      onResponseEnd: () => settle({ isWhole: true }),
      onResponseError: (_started, error) => settle(bodyOr(failureOf(error), head !== undefined)),
    },
  );
  return promise;
}

function bodyOr(failure: ProbeFailure, hasHead: boolean): ProbeFailure {
  if (!hasHead || failure.step !== "http") return failure;
  return new ProbeFailure("body", failure.code, failure.reason, { cause: failure.cause });
}

function readHeaders(raw: Dispatcher.DispatchController["rawHeaders"]): HeaderLine[] {
  if (!Array.isArray(raw)) return [];
  const text = raw.map((item) => item.toString("utf8"));
  return Array.from(
    { length: Math.floor(text.length / 2) },
    (_, index): HeaderLine => [(text[2 * index] ?? "").toLowerCase(), text[2 * index + 1] ?? ""],
  );
}
