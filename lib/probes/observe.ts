import {
  type Observation,
  PART_NAMES,
  type Part,
  type PartName,
  type TargetFacts,
  type TargetNotes,
} from "#lib/audits/observation.ts";
import { probeAssets } from "./assets.ts";
import { probeBrowser } from "./browser.ts";
import type { EgressConfig } from "./config.ts";
import { probeCors } from "./cors.ts";
import { probeDns } from "./dns.ts";
import { probeEdge } from "./edge.ts";
import { createEgress, type Egress, type GuardedResponse, type Seams } from "./egress/create-egress.ts";
import { failureOf } from "./egress/failure-of.ts";
import { followRedirects, type Get } from "./egress/follow-redirects.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { probeMail } from "./mail.ts";
import { probeMailAuth } from "./mail-auth.ts";
import { NotAttempted } from "./not-attempted.ts";
import { probeOldUrls } from "./old-urls.ts";
import { probePage } from "./page.ts";
import { isLiteral, parseTarget } from "./parse-target.ts";
import type { Probe, ProbeContext } from "./probe.ts";
import { probeRedirects } from "./redirects.ts";
import { probeSecurityTxt } from "./security-txt.ts";
import { storable } from "./storable.ts";
import { probeTls } from "./tls.ts";
import { probeZone } from "./zone.ts";

type Parts = Observation["parts"];
export type Auditable = { url: string; notes?: Partial<TargetNotes> | undefined };
export type OnPart = (part: PartName, observation: Part<PartName>, soFar: Partial<Parts>) => void | Promise<void>;
export type ObserveOptions = {
  egress: EgressConfig;
  /** Default: all. Those not asked for are `not_attempted`. */
  parts?: readonly PartName[] | undefined;
  signal?: AbortSignal | undefined;
  /** Called as each part lands; what it throws ends the audit and is thrown on. */
  onPart?: OnPart | undefined;
  now?: (() => Date) | undefined;
  seams?: Seams | undefined;
};

const PROBES: { [P in PartName]: Probe<P> } = {
  dns: probeDns,
  zone: probeZone,
  tls: probeTls,
  page: probePage,
  assets: probeAssets,
  browser: probeBrowser,
  edge: probeEdge,
  redirects: probeRedirects,
  oldUrls: probeOldUrls,
  cors: probeCors,
  securityTxt: probeSecurityTxt,
  mail: probeMail,
  mailAuth: probeMailAuth,
};

/**
 * Looks at one target once. Whatever the target does ends up in the observation; only an address that may not be
 * audited at all throws (AppError `invalid`).
 */
export async function observe(target: Auditable, options: ObserveOptions): Promise<Observation> {
  const { now = () => new Date(), parts: wanted = PART_NAMES } = options;
  const facts = factsOf(target, options.egress);
  const startedAt = now().toISOString();
  const stop = new AbortController();
  const cancel = () => stop.abort(CANCELLED);
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener("abort", cancel, { once: true, signal: stop.signal });
  const egress = createEgress(options.egress, stop.signal, options.seams);
  const deadline = setTimeout(() => stop.abort(TIMED_OUT), egress.limits.totalMs);
  const context = createContext(facts, egress);
  const soFar: Partial<Parts> = {};
  let isOver = false;

  async function run(part: PartName): Promise<[PartName, Part<PartName>]> {
    const seen = await look(part, context, now);
    Object.assign(soFar, { [part]: seen });
    if (!isOver) await options.onPart?.(part, seen, { ...soFar });
    return [part, seen];
  }

  try {
    const seen = Object.fromEntries(await Promise.all(wanted.map(run)));
    const parts = Object.fromEntries(PART_NAMES.map((part) => [part, seen[part] ?? NOT_ASKED])) as Parts;
    return { version: 2, target: facts, startedAt, finishedAt: now().toISOString(), parts };
  } finally {
    isOver = true;
    clearTimeout(deadline);
    stop.abort(TIMED_OUT);
    await egress.close();
  }
}

/** What is known of a target before it is looked at. Throws as `parseTarget` does. */
export function factsOf({ url, notes }: Auditable, egress: EgressConfig): TargetFacts {
  const facts = parseTarget(url, egress);
  return { ...facts, notes: { ...facts.notes, ...notes } };
}

const TIMED_OUT = new ProbeFailure("internal", "timeout", "The audit of this target took too long as a whole.");
const CANCELLED = new ProbeFailure("internal", "cancelled", "The audit was cancelled.");
const NOT_ASKED = { state: "not_attempted", reason: "This part was not asked for." } as const;

/** What one audit remembers of bodies; what comes after is asked for again when it is needed again. */
const KEPT_BYTES_MAX = 32 * 1024 * 1024;

function createContext(target: TargetFacts, egress: Egress): ProbeContext {
  const answers = new Map<string, ReturnType<Get>>();
  let keptBytes = 0;
  const ask: Get = (url) => {
    const answer = egress.request(url);
    answers.set(url.href, answer);
    const forgetWhenFull = ({ body }: GuardedResponse) => {
      if (keptBytes + body.length > KEPT_BYTES_MAX) answers.delete(url.href);
      else keptBytes += body.length;
    };
    answer.then(forgetWhenFull, () => undefined);
    return answer;
  };
  const get: Get = (url) => answers.get(url.href) ?? ask(url);
  const land = (start: string) => followRedirects(start, get, egress.config, egress.limits.redirects);
  return { target, url: new URL(target.url), egress, get, land };
}

const NEEDS_NAME: ReadonlySet<PartName> = new Set(["dns", "zone", "mail", "mailAuth"]);

function reasonToSkip(part: PartName, { target, url }: ProbeContext): string | null {
  const hasNoName = isLiteral(target.host) || target.host === "localhost" || target.host.endsWith(".localhost");
  if (NEEDS_NAME.has(part) && hasNoName) return "The target is an address without a name in the DNS.";
  if (part === "tls" && url.protocol === "http:") return "The target is served over plain http.";
  return null;
}

async function look<P extends PartName>(part: P, context: ProbeContext, now: () => Date): Promise<Part<PartName>> {
  const reason = reasonToSkip(part, context);
  if (reason !== null) return { state: "not_attempted", reason };
  const start = performance.now();
  const when = () => ({ at: now().toISOString(), ms: Math.round(performance.now() - start) });
  try {
    const value = storable(await PROBES[part](context));
    return { state: "observed", ...when(), value } as Part<PartName>;
  } catch (error) {
    if (error instanceof NotAttempted) return { state: "not_attempted", reason: error.reason };
    const { step, code, reason } = failureOf(error);
    return { state: "unreachable", ...when(), step, code, reason };
  }
}
