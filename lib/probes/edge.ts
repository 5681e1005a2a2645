import { createHash } from "node:crypto";
import type { PartValue } from "#lib/audits/observation.ts";
import { originPlace } from "#lib/audits/parse/origin-place.ts";
import { cookieName } from "./cookie-values.ts";
import { judgeAddress } from "./egress/address-policy.ts";
import type { GuardedResponse } from "./egress/create-egress.ts";
import { failureOf } from "./egress/failure-of.ts";
import { hostOf, parseUrl, portOf } from "./egress/parse-url.ts";
import { isLiteral } from "./parse-target.ts";
import type { Probe, ProbeContext } from "./probe.ts";
import { registeredDomain } from "./registered-domain.ts";

type Edge = PartValue<"edge">;

const CNAMES_MAX = 8;
const ORIGINS_MAX = 4;
const ORIGINS_KEPT_MAX = 20;
const TOO_MANY = { step: "policy", code: "too_many", reason: `Only the first ${ORIGINS_MAX} origins are tried.` };
const HEADERS_MAX = 60;
const VALUE_CHARS_MAX = 1024;
const TITLE_CHARS_MAX = 200;
const TRACE_BYTES_MAX = 4096;
/** How far into a body a title is looked for. */
const HEAD_CHARS = 16_384;

export const probeEdge: Probe<"edge"> = async (context) => {
  const { target, url, get } = context;
  const [front, names, trace, origins] = await Promise.all([
    get(url),
    namesOf(context),
    readTrace(context),
    Promise.all(target.notes.origins.slice(0, ORIGINS_MAX).map((origin) => tryOrigin(origin, context))),
  ]);
  const left = target.notes.origins.slice(ORIGINS_MAX, ORIGINS_KEPT_MAX);
  const untried = left.map((origin) => ({ origin, answer: null, failure: TOO_MANY }));
  return { ...names, front: answerOf(front), trace, origins: [...origins, ...untried] };
};

async function namesOf(context: ProbeContext): Promise<Pick<Edge, "addresses" | "cnames" | "nameservers">> {
  const { target, egress } = context;
  if (isLiteral(target.host)) return { addresses: [target.host], cnames: [], nameservers: [] };
  const [a, aaaa, ns, cnames] = await Promise.all([
    records(target.host, "A", context),
    records(target.host, "AAAA", context),
    records(registeredDomain(target.host), "NS", context),
    climbCnames(context),
  ]);
  const isShown = (address: string) => judgeAddress(address, egress.config, target).allowed;
  return { addresses: [...a, ...aaaa].filter(isShown), cnames, nameservers: ns };
}

async function records(name: string, type: "A" | "AAAA" | "NS" | "CNAME", { egress }: ProbeContext): Promise<string[]> {
  const { answers } = await egress.resolver.ask(name, type, egress.signal);
  const found = answers.find((answer) => answer.status === "ok")?.records ?? [];
  return found.slice(0, 20).map((record) => record.toLowerCase().replace(/\.$/, ""));
}

async function climbCnames(context: ProbeContext): Promise<string[]> {
  const found: string[] = [];
  for (let name = context.target.host; found.length < CNAMES_MAX; ) {
    const next: string | undefined = (await records(name, "CNAME", context))[0];
    if (next === undefined || found.includes(next)) break;
    found.push(next);
    name = next;
  }
  return found;
}

/** Cloudflare answers this address itself, whatever stands behind it. */
async function readTrace({ url, get }: ProbeContext): Promise<Edge["trace"]> {
  try {
    const { status, body } = await get(new URL("/cdn-cgi/trace", url));
    return status === 200 && body.length <= TRACE_BYTES_MAX ? parseTrace(body.toString("latin1")) : null;
  } catch {
    return null;
  }
}

/** Lines of `key=value`, among them the machine, the host, the address asked from and the site of the edge. */
export function parseTrace(text: string): Edge["trace"] {
  const lines = text.trimEnd().split("\n");
  const pairs = new Map(
    lines.map((line): [string, string] => [line.split("=", 1)[0] ?? "", line.replace(/^[^=]*=/, "")]),
  );
  const [host, site] = [pairs.get("h"), pairs.get("colo")];
  const isWhole = lines.every((line) => line.includes("=")) && pairs.has("fl") && pairs.has("ip");
  return isWhole && host !== undefined && site !== undefined && /^[A-Z]{3}$/.test(site) ? { host, site } : null;
}

/** Asks one declared origin for the host, as anybody could who has found its address. */
async function tryOrigin(origin: string, { url, egress }: ProbeContext): Promise<Edge["origins"][number]> {
  try {
    const place = parseUrl(`${url.protocol}//${originPlace(origin, portOf(url))}/`, egress.config);
    const at = { host: hostOf(place), port: portOf(place) };
    return { origin, answer: answerOf(await egress.request(url, { at })), failure: null };
  } catch (error) {
    const { step, code, reason } = failureOf(error);
    return { origin, answer: null, failure: { step, code, reason } };
  }
}

function answerOf({ status, headers, body }: GuardedResponse): Edge["front"] {
  const title = /<title[^<>]{0,200}>([^<]*)/i.exec(body.subarray(0, HEAD_CHARS).toString("utf8"))?.[1]?.trim() ?? "";
  return {
    status,
    headers: headers
      .slice(0, HEADERS_MAX)
      .map(([name, value]): [string, string] => [name, shown(name, value).slice(0, VALUE_CHARS_MAX)]),
    title: title === "" ? null : title.slice(0, TITLE_CHARS_MAX),
    bodyHash: createHash("sha256").update(body).digest("hex"),
  };
}

/** Of a cookie only its name says who set it. */
function shown(name: string, value: string): string {
  return name === "set-cookie" ? cookieName(value) : value;
}
