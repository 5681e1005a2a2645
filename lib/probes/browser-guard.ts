import { z } from "zod";
import type { Devtools, DevtoolsEvent } from "./browser-devtools.ts";

export const AUTO_ATTACH = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

const attached = z.object({
  sessionId: z.string(),
  targetInfo: z.object({ targetId: z.string(), type: z.string() }),
});
const paused = z.object({ requestId: z.string(), request: z.object({ method: z.string() }) });
const challenge = z.object({ requestId: z.string(), authChallenge: z.object({ source: z.string().optional() }) });

export type GuardOptions = { username: string; password: string; userAgent: string };

/**
 * Holds the browser to one page that only reads: requests other than GET and HEAD fail, shared and service workers never
 * run, further windows are closed, dialogs are dismissed, and the proxy alone is told a password.
 */
export function createBrowserGuard(devtools: Devtools, { username, password, userAgent }: GuardOptions) {
  const page = Promise.withResolvers<{ targetId: string; sessionId: string }>();
  // The visit may fail before anybody waits for it.
  page.promise.catch(() => undefined);
  let pageId: string | null = null;
  let blockedWrites = 0;

  /** For commands whose answer changes nothing: the page may be gone already. */
  const tell = (method: string, params: Record<string, unknown>, session?: string) =>
    void devtools.send(method, params, session).catch(() => undefined);

  async function setUp(session: string, isPage: boolean): Promise<void> {
    const ask = (method: string, params: Record<string, unknown> = {}) => devtools.send(method, params, session);
    const always = [ask("Network.enable"), ask("Target.setAutoAttach", AUTO_ATTACH)];
    // A worker's requests are halted at the page; what becomes of them is told to the worker.
    const ofPages = isPage
      ? [
          ask("Fetch.enable", { handleAuthRequests: true }),
          ask("Network.setBypassServiceWorker", { bypass: true }),
          ask("Network.setUserAgentOverride", { userAgent }),
          ask("Page.enable"),
          ask("Audits.enable"),
          ask("Log.enable"),
        ]
      : [];
    await Promise.all([...always, ...ofPages]);
  }

  async function welcome({ sessionId, targetInfo: { type, targetId } }: z.infer<typeof attached>): Promise<void> {
    const isFirstPage = type === "page" && pageId === null;
    if (isFirstPage) pageId = targetId;
    if (type === "page" && !isFirstPage) return tell("Target.closeTarget", { targetId });
    // What is not told to run stays halted where it was when it was attached to: before its first line.
    if (type !== "page" && type !== "iframe" && type !== "worker") return;
    await setUp(sessionId, type !== "worker");
    await devtools.send("Runtime.runIfWaitingForDebugger", {}, sessionId);
    if (isFirstPage) page.resolve({ targetId, sessionId });
  }

  const takers: Readonly<Record<string, (event: DevtoolsEvent) => void>> = {
    "Target.attachedToTarget"({ params }) {
      const target = attached.safeParse(params).data;
      if (target) welcome(target).catch(page.reject);
    },
    "Fetch.requestPaused"({ params, sessionId }) {
      const stopped = paused.safeParse(params).data;
      if (!stopped) return;
      const { requestId, request } = stopped;
      if (request.method === "GET" || request.method === "HEAD") {
        return tell("Fetch.continueRequest", { requestId }, sessionId);
      }
      blockedWrites += 1;
      tell("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" }, sessionId);
    },
    "Fetch.authRequired"({ params, sessionId }) {
      const asked = challenge.safeParse(params).data;
      if (!asked) return;
      const isProxy = asked.authChallenge.source === "Proxy";
      const answer = isProxy ? { response: "ProvideCredentials", username, password } : { response: "CancelAuth" };
      tell("Fetch.continueWithAuth", { requestId: asked.requestId, authChallengeResponse: answer }, sessionId);
    },
    "Page.javascriptDialogOpening": ({ sessionId }) =>
      tell("Page.handleJavaScriptDialog", { accept: false }, sessionId),
  };

  return {
    take: (event: DevtoolsEvent) => takers[event.method]?.(event),
    /** The one page, once it is held and may run. */
    page: page.promise,
    blockedWrites: () => blockedWrites,
  };
}
