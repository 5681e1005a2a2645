import type { FetchedTwice } from "#lib/audits/observation/assets.ts";
import type { PartValue } from "#lib/audits/observation.ts";
import { cssUrls } from "#lib/audits/parse/css-urls.ts";
import { cookieName } from "./cookie-values.ts";
import { decodeText } from "./decode-text.ts";
import type { Egress, GuardedResponse } from "./egress/create-egress.ts";
import type { Get } from "./egress/follow-redirects.ts";
import { parseUrl } from "./egress/parse-url.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { isHashedName } from "./hashed-name.ts";
import { NotAttempted } from "./not-attempted.ts";
import { documentOf } from "./page.ts";
import type { Probe, ProbeContext } from "./probe.ts";

type Assets = PartValue<"assets">;
type Reference = { kind: string; url: string };
type Pair = { first: GuardedResponse | null; second: GuardedResponse | null };

const FILES_MAX = 3;
const STYLESHEETS_MAX = 5;
const STYLESHEET_BYTES_MAX = 512 * 1024;
const CSS_REFERENCES_MAX = 100;
const VALUE_CHARS_MAX = 1024;
/** What speaks of caching, and of what a cache must tell apart. */
const KEPT =
  /^(?:cache-control|pragma|expires|age|etag|last-modified|vary|date|set-cookie|via|server|cache-status|cdn-cache|cdn-cache-control|cf-cache-status|x-vercel-cache|x-served-by|x-cache|x-cache-hits|x-cache-status|x-proxy-cache|content-type)$/;

/** Looks at the page, its hashed files and its style sheets; what is asked for twice is asked for one after the other. */
export const probeAssets: Probe<"assets"> = async (context) => {
  const { target, land, get, egress } = context;
  if (target.notes.profile === "alias") throw new NotAttempted("This host only leads on to another one.");
  const { response, failure } = await land(target.url);
  if (!response) throw failure;
  const document = documentOf(response);
  const references = document?.references ?? [];
  const own = references.filter(({ url }) => isOwn(url, target.domain));
  const hashed = distinct(own.filter(({ url }) => isHashedName(new URL(url).pathname)));
  const chosen = choose(hashed);
  const sheets = distinct(own.filter(({ kind }) => kind === "style"));

  const second = await egress.request(new URL(response.url)).catch(orNothing);
  const bodies = new Map<string, GuardedResponse>();
  const files: Assets["files"] = [];
  for (const { kind, url } of chosen) {
    const pair = await twice(url, context);
    if (pair.first) bodies.set(url, pair.first);
    files.push({ kind, ...factsOf(url, pair) });
  }
  const stylesheets: Assets["stylesheets"] = [];
  for (const { url } of sheets.slice(0, STYLESHEETS_MAX)) {
    stylesheets.push(readSheet(url, bodies.get(url) ?? (await once(url, egress, get))));
  }
  return {
    page: {
      ...factsOf(response.url, { first: response, second }),
      isDocument: document !== null,
      nonces: { first: noncesOf(response), second: second ? noncesOf(second) : [] },
    },
    files,
    filesTotal: hashed.length,
    stylesheets,
    stylesheetsTotal: sheets.length,
  };
};

function isOwn(address: string, domain: string): boolean {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, "");
  return host === domain || host.endsWith(`.${domain}`);
}

function distinct<T extends Reference>(references: readonly T[]): T[] {
  return [...new Map(references.map((reference) => [reference.url, reference])).values()];
}

/** One of each kind before a second of any. */
function choose(references: readonly Reference[]): Reference[] {
  const seen = new Map<string, number>();
  const ranked = references.map((reference, place) => {
    const rank = seen.get(reference.kind) ?? 0;
    seen.set(reference.kind, rank + 1);
    return { reference, rank, place };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, FILES_MAX)
    .map(({ reference }) => reference);
}

async function once(url: string, egress: Egress, get: Get): Promise<GuardedResponse | null> {
  try {
    return await get(parseUrl(url, egress.config));
  } catch (error) {
    return orNothing(error);
  }
}

async function twice(url: string, { egress, get }: ProbeContext): Promise<Pair> {
  const first = await once(url, egress, get);
  return { first, second: first ? await once(url, egress, (again) => egress.request(again)) : null };
}

/** One file that cannot be had must not hide the others; the end of the audit ends this too. */
function orNothing(error: unknown): null {
  if (error instanceof ProbeFailure && error.step !== "internal") return null;
  throw error;
}

function factsOf(url: string, { first, second }: Pair): FetchedTwice {
  const facts = (response: GuardedResponse | null) =>
    response && { status: response.status, headers: response.headers.flatMap(kept) };
  return { url, first: facts(first), second: facts(second) };
}

/** Of a cookie only that it is set: its value is secret. */
function kept([name, value]: [string, string]): [string, string][] {
  if (!KEPT.test(name)) return [];
  if (name !== "set-cookie") return [[name, value.slice(0, VALUE_CHARS_MAX)]];
  return [[name, `${cookieName(value).slice(0, 256)}=…`]];
}

const NONCES_MAX = 20;

function noncesOf({ headers }: GuardedResponse): string[] {
  const policies = headers.filter(([name]) => name === "content-security-policy").map(([, value]) => value);
  const found = [...policies.join(",").matchAll(/'nonce-([A-Za-z0-9+/_-]+={0,2})'/gi)].map(([, nonce = ""]) => nonce);
  return [...new Set(found)].slice(0, NONCES_MAX).map((nonce) => nonce.slice(0, VALUE_CHARS_MAX));
}

function headerOf({ headers }: GuardedResponse, name: string): string {
  return headers.find(([key]) => key === name)?.[1] ?? "";
}

function readSheet(url: string, response: GuardedResponse | null): Assets["stylesheets"][number] {
  if (response?.status !== 200) return { url, status: response?.status ?? null, isWhole: false, references: [] };
  const { body, bodyTruncated } = response;
  const css = decodeText(body.subarray(0, STYLESHEET_BYTES_MAX), headerOf(response, "content-type"));
  const found = cssUrls(css).flatMap(({ kind, url: written }) => {
    const address = URL.parse(written, url);
    return address && /^https?:$/.test(address.protocol) ? [{ kind, url: address.href }] : [];
  });
  const isWhole = !bodyTruncated && body.length <= STYLESHEET_BYTES_MAX;
  const plainFirst = distinct(found).sort((a, b) => Number(isPlain(b)) - Number(isPlain(a)));
  return { url, status: 200, isWhole, references: plainFirst.slice(0, CSS_REFERENCES_MAX) };
}

const isPlain = ({ url }: Reference) => url.startsWith("http:");
