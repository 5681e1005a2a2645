import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { HandoverModel } from "./model.ts";
import { packView } from "./pack-view.ts";

export type PdfRequest = { id: number; view: string };
export type PdfAnswer = { id: number; pdf: Uint8Array; pages: number } | { id: number; error: string };

export type RenderedPdf = { pdf: Uint8Array; pages: number; sha256: string };

/** Far above what the largest pack needs on a slow machine. */
const RENDER_MS_MAX = 60_000;

/**
 * One process beside ours keeps the compiler and the fonts warm and takes one pack after the other. Not a thread: the
 * native compiler aborts on its own faults, and a thread can neither survive that nor be stopped within a call.
 */
type Press = { child: ChildProcess; waiting: Map<number, PromiseWithResolvers<PdfAnswer>> };
let press: Press | undefined;
let nextId = 0;

function startPress(): Press {
  const child = fork(fileURLToPath(new URL("./pdf-worker.ts", import.meta.url)), {
    // No flags and no secrets of ours.
    execArgv: [],
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const started: Press = { child, waiting: new Map() };
  const end = (cause: unknown) => {
    if (press === started) press = undefined;
    for (const { reject } of started.waiting.values()) reject(new Error("The PDF process has ended.", { cause }));
    started.waiting.clear();
  };
  child.on("message", (answer: PdfAnswer) => {
    started.waiting.get(answer.id)?.resolve(answer);
    started.waiting.delete(answer.id);
    if (started.waiting.size === 0) keepAlive(started, false);
  });
  child.on("error", end);
  child.on("exit", end);
  return started;
}

/** Whether our process waits for the other one before it may end. */
function keepAlive({ child }: Press, isWaiting: boolean): void {
  if (isWaiting) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** Ends the process beside ours; what it was at fails. The next pack starts a new one. */
export function stopPdf(): void {
  press?.child.kill("SIGKILL");
}

/** A tagged PDF (PDF/UA-1). The same model gives the same bytes. */
export async function renderPdf(model: HandoverModel): Promise<RenderedPdf> {
  press ??= startPress();
  const { child, waiting } = press;
  const id = nextId++;
  const request = Promise.withResolvers<PdfAnswer>();
  waiting.set(id, request);
  keepAlive(press, true);
  const timer = setTimeout(() => child.kill("SIGKILL"), RENDER_MS_MAX);
  try {
    child.send({ id, view: JSON.stringify(packView(model)) } satisfies PdfRequest);
    const answer = await request.promise;
    if ("error" in answer) throw new Error("The handover pack could not be laid out.", { cause: answer.error });
    const sha256 = createHash("sha256").update(answer.pdf).digest("hex");
    return { pdf: answer.pdf, pages: answer.pages, sha256 };
  } finally {
    clearTimeout(timer);
  }
}
