import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { PackLogo } from "./logo.ts";
import type { HandoverModel } from "./model.ts";
import { packView } from "./pack-view.ts";

export type PdfRequest = { id: number; view: string; logo: PackLogo | null };
export type PdfAnswer = { id: number; pdf: Uint8Array; pages: number } | { id: number; error: string };

export type RenderedPdf = { pdf: Uint8Array; pages: number; sha256: string };

/** Far above what the largest pack needs on a slow machine. */
const RENDER_MS_MAX = 60_000;
/** A process that nobody needs gives its memory back. */
const IDLE_MS_MAX = 600_000;

/**
 * One process beside ours keeps the compiler and the fonts warm and takes one pack after the other. Not a thread: the
 * native compiler aborts on its own faults, and a thread can neither survive that nor be stopped within a call.
 */
type Press = {
  child: ChildProcess;
  waiting: Map<number, PromiseWithResolvers<PdfAnswer>>;
  idle: ReturnType<typeof setTimeout> | undefined;
};
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
  const started: Press = { child, waiting: new Map(), idle: undefined };
  const end = (cause: unknown) => {
    if (press === started) press = undefined;
    clearTimeout(started.idle);
    for (const { reject } of started.waiting.values()) reject(new Error("The PDF process has ended.", { cause }));
    started.waiting.clear();
  };
  child.on("message", (answer: PdfAnswer) => {
    started.waiting.get(answer.id)?.resolve(answer);
    started.waiting.delete(answer.id);
    if (started.waiting.size > 0) return;
    keepAlive(started, false);
    started.idle = setTimeout(() => child.kill(), IDLE_MS_MAX).unref();
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

/** The compiler refused the document; trying again would end the same way. */
export class RenderFault extends Error {
  override name = "RenderFault";
}

/** A tagged PDF (PDF/UA-1). The same model and logo give the same bytes. */
export async function renderPdf(model: HandoverModel, logo: PackLogo | null = null): Promise<RenderedPdf> {
  press ??= startPress();
  clearTimeout(press.idle);
  const { child, waiting } = press;
  const id = nextId++;
  const request = Promise.withResolvers<PdfAnswer>();
  waiting.set(id, request);
  keepAlive(press, true);
  const timer = setTimeout(() => child.kill("SIGKILL"), RENDER_MS_MAX);
  try {
    child.send({ id, view: JSON.stringify(packView(model)), logo } satisfies PdfRequest);
    const answer = await request.promise;
    if ("error" in answer) throw new RenderFault("The handover pack could not be laid out.", { cause: answer.error });
    const sha256 = createHash("sha256").update(answer.pdf).digest("hex");
    return { pdf: answer.pdf, pages: answer.pages, sha256 };
  } finally {
    clearTimeout(timer);
  }
}
