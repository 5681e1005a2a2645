import type { PartValue } from "#lib/audits/observation.ts";
import { startBrowser } from "./browser-process.ts";
import { startBrowserProxy } from "./browser-proxy.ts";
import { keysToTrust } from "./browser-trust.ts";
import { visitPage } from "./browser-visit.ts";
import { Semaphore } from "./egress/semaphore.ts";
import { NotAttempted } from "./not-attempted.ts";
import type { Probe, ProbeContext } from "./probe.ts";

export type VisitLimits = { ms: number; bytes: number; connections: number };
/** Enough for a page with all that it loads; `ms` includes the browser's start. */
const LIMITS: VisitLimits = { ms: 15_000, bytes: 20 * 1024 * 1024, connections: 200 };
const NO_BROWSER = "This worker has no browser. Install Chromium there, or name one by CHROMIUM_PATH.";
/** Each browser takes a few hundred MiB, so a worker runs no more than this many at once. */
const browsers = new Semaphore(2);

export const probeBrowser: Probe<"browser"> = (context) => visitTarget(context, LIMITS);

export async function visitTarget(context: ProbeContext, limits: VisitLimits): Promise<PartValue<"browser">> {
  const { target, url, egress } = context;
  const { profile } = target.notes;
  if (profile !== "page") throw new NotAttempted("A browser visits pages, and this host is noted as none.");
  if (url.protocol === "http:") throw new NotAttempted("The target is served over plain http.");
  // What does not answer a plain request is not asked again by a browser.
  const { response, failure } = await context.land(target.url);
  if (!response) throw failure;
  const { findBrowser } = await import("./browser-path.ts");
  const executable = findBrowser();
  if (executable === undefined) throw new NotAttempted(NO_BROWSER);

  const release = await browsers.acquire(egress.signal);
  const startedAt = performance.now();
  try {
    await using proxy = await startBrowserProxy(egress, limits, egress.signal);
    const trustedKeys = await keysToTrust(context);
    await using browser = await startBrowser({ executable, proxyPort: proxy.port, trustedKeys, signal: egress.signal });
    const ms = limits.ms - (performance.now() - startedAt);
    const options = { url: url.href, proxy, botName: egress.config.userAgent, ms, signal: egress.signal };
    return await visitPage(browser, options);
  } finally {
    release();
  }
}
