import { z } from "zod";
import type { Visit } from "#lib/audits/observation/browser.ts";
import { AUTO_ATTACH, createBrowserGuard } from "./browser-guard.ts";
import type { RunningBrowser } from "./browser-process.ts";
import type { BrowserProxy } from "./browser-proxy.ts";
import { createBrowserRecord } from "./browser-record.ts";
import { createBrowserRest } from "./browser-rest.ts";
import { failureOf } from "./egress/failure-of.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";

/** How long a page that has loaded may take to come to rest. */
const SETTLE_MS = 5_000;
const ABOUT_MS = 1_000;
const TITLE_CHARS_MAX = 512;
const URL_CHARS_MAX = 8192;

const info = z.object({ targetInfo: z.object({ url: z.string(), title: z.string() }) });
const response = z.object({ type: z.string(), frameId: z.string(), response: z.object({ status: z.number() }) });

export type VisitOptions = { url: string; proxy: BrowserProxy; botName: string; ms: number; signal: AbortSignal };

/** Opens one page in an incognito profile, under guard, and watches it until it rests or its time is over. */
export async function visitPage(devtools: RunningBrowser, options: VisitOptions): Promise<Visit> {
  const { url, proxy, botName, ms, signal } = options;
  const endsAt = performance.now() + ms;
  /** The work, unless time is over first (`null`), the browser ends or the audit does. */
  const within = <T>(work: Promise<T>, left = endsAt - performance.now()) =>
    Promise.race([work, devtools.ended, timeUp(left, signal)]);

  const userAgent = `${devtools.userAgent.replace("HeadlessChrome", "Chrome")} ${botName}`;
  const guard = createBrowserGuard(devtools, { ...proxy, userAgent });
  const record = createBrowserRecord();
  const rest = createBrowserRest();
  const loaded = Promise.withResolvers<true>();
  let page: { targetId: string; sessionId: string } | null = null;
  let status: number | null = null;
  devtools.listen((event) => {
    const isPage = page !== null && event.sessionId === page.sessionId;
    guard.take(event);
    rest.take(event);
    record.take(event, isPage);
    if (isPage && event.method === "Page.loadEventFired") loaded.resolve(true);
    const received = event.method === "Network.responseReceived" ? response.safeParse(event.params).data : undefined;
    if (received?.type === "Document" && received.frameId === page?.targetId) status = received.response.status;
  });

  async function open(): Promise<true> {
    await devtools.send("Target.setAutoAttach", AUTO_ATTACH);
    const { browserContextId } = await devtools.send("Target.createBrowserContext", { disposeOnDetach: true });
    await devtools.send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId });
    await devtools.send("Browser.grantPermissions", { permissions: [], browserContextId });
    await devtools.send("Target.createTarget", { url: "about:blank", browserContextId });
    page = await guard.page;
    const { errorText } = await devtools.send("Page.navigate", { url }, page.sessionId);
    if (typeof errorText === "string" && errorText !== "") throw navigationFailure(url, errorText, proxy);
    return true;
  }

  const isOpen = await within(open());
  if (!isOpen) throw new ProbeFailure("browser", "browser_timeout", "The browser did not get the page in time.");
  const isLoaded = (await within(loaded.promise)) ?? false;
  if (isLoaded) await within(restOf(rest), Math.min(SETTLE_MS, endsAt - performance.now()));
  const isSettled = isLoaded && rest.isAtRest();
  const { targetId = null } = page ?? {};
  const seen = info.safeParse(await within(devtools.send("Target.getTargetInfo", { targetId }), ABOUT_MS));
  const target = seen.data?.targetInfo ?? { url, title: "" };
  return {
    url: target.url.slice(0, URL_CHARS_MAX),
    title: target.title.slice(0, TITLE_CHARS_MAX),
    status,
    product: devtools.product,
    isSettled,
    ...record.lists,
    blockedWrites: guard.blockedWrites(),
    refusedConnections: proxy.refused(),
  };
}

/** The proxy knows more than the browser, which only sees that there is no way. */
function navigationFailure(url: string, errorText: string, proxy: BrowserProxy): ProbeFailure {
  const host = URL.parse(url)?.hostname.replace(/^\[|\]$/g, "") ?? "";
  const reason = `The browser could not load the page (${errorText.replace(/^net::/, "")}).`;
  return proxy.failureAt(host) ?? new ProbeFailure("browser", "navigation_failed", reason);
}

async function restOf(rest: { isAtRest(): boolean }): Promise<true> {
  while (!rest.isAtRest()) await new Promise((resolve) => setTimeout(resolve, 100));
  return true;
}

/** Ends with `null` after `ms`; an abort is thrown on. */
async function timeUp(ms: number, signal: AbortSignal): Promise<null> {
  const { promise, resolve, reject } = Promise.withResolvers<null>();
  const onAbort = () => reject(failureOf(signal.reason));
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(resolve, ms, null);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}
