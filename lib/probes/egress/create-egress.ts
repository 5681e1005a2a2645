import { randomBytes } from "node:crypto";
import { Client } from "undici";
import type { EgressConfig } from "../config.ts";
import { decodeBody } from "./decode-body.ts";
import { type Dial, type Dialler, dialTcp, interfaceAddresses } from "./dial.ts";
import { dialThroughProxy } from "./dial-through-proxy.ts";
import { type Exchange, type ExchangeRequest, exchange, type HeaderLine } from "./exchange.ts";
import { failureOf } from "./failure-of.ts";
import { guardedConnector, type Place } from "./guarded-connector.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { hostOf, parseUrl } from "./parse-url.ts";
import { checkRequestHeaders } from "./request-headers.ts";
import { createResolver, type Resolver } from "./resolver.ts";
import { inSlot } from "./slots.ts";
import { Turn } from "./turn.ts";

export type GuardedResponse = {
  url: string;
  status: number;
  httpVersion: string;
  /** In wire order, names lower case. */
  headers: HeaderLine[];
  /** Decoded. */
  body: Buffer;
  /** On the wire. */
  bodyBytes: number;
  bodyTruncated: boolean;
};
export type RequestOptions = {
  method?: "GET" | "HEAD";
  headers?: Readonly<Record<string, string>>;
  /** Connects there instead, under the URL's own name; whoever answers need not prove to be that host. */
  at?: Place;
};
/** The only way from here to a target. It lives for one audit: what it keeps alive, it keeps for that audit alone. */
export type Egress = Dialler & {
  signal: AbortSignal;
  /** A label that nobody can have published a record for by chance. */
  unusedLabel(): string;
  /** One request, no redirect followed. Throws ProbeFailure for everything that goes wrong. */
  request(url: URL, options?: RequestOptions): Promise<GuardedResponse>;
  close(): Promise<void>;
};
/** What tests replace; the guard itself stays. */
export type Seams = {
  limits?: Partial<Limits>;
  resolver?: Resolver;
  dial?: Dial;
  ownAddresses?: readonly string[];
  unusedLabel?: () => string;
};

export function createEgress(config: EgressConfig, signal: AbortSignal, seams: Seams = {}): Egress {
  const limits = { ...LIMITS, ...seams.limits };
  const resolver = seams.resolver ?? createResolver(config, limits);
  const own = seams.ownAddresses && new Set(seams.ownAddresses);
  const ownAddresses = () => own ?? interfaceAddresses();
  const dialler: Dialler = { config, limits, resolver, dial: seams.dial ?? dialOf(config), ownAddresses };
  const origins = new Map<string, { client: Client; turn: Turn }>();

  function originOf(url: URL, at: Place | undefined): { client: Client; turn: Turn } {
    const key = at ? `${url.origin} at ${at.host} ${at.port}` : url.origin;
    const known = origins.get(key);
    if (known) return known;
    const client = new Client(url.origin, {
      allowH2: false,
      connect: guardedConnector(url, dialler, signal, at),
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: limits.headerBytes,
    });
    const origin = { client, turn: new Turn() };
    origins.set(key, origin);
    return origin;
  }

  async function send(client: Client, url: URL, options: RequestOptions): Promise<GuardedResponse> {
    const request: ExchangeRequest = {
      method: options.method ?? "GET",
      path: `${url.pathname}${url.search}`,
      headers: {
        "user-agent": config.userAgent,
        accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
        "accept-encoding": "identity",
        ...checkRequestHeaders(options.headers ?? {}),
      },
    };
    const { wire, isWhole, ...head } = await exchangeFresh(client, request, limits, signal);
    const coding = head.headers.filter(([name]) => name === "content-encoding").map(([, value]) => value);
    const isRedirect = head.status >= 300 && head.status < 400;
    const decodedBytes = isRedirect ? Math.min(limits.redirectBytes, limits.decodedBytes) : limits.decodedBytes;
    const decoded = await decodeBody(wire, coding.join(), { ...limits, decodedBytes });
    return {
      ...head,
      url: url.href,
      httpVersion: "1.1",
      body: decoded.body,
      bodyBytes: wire.length,
      bodyTruncated: !(isWhole && decoded.isWhole),
    };
  }

  return {
    ...dialler,
    signal,
    unusedLabel: seams.unusedLabel ?? (() => `launch-ready-${randomBytes(8).toString("hex")}`),
    async request(url, options = {}) {
      try {
        const checked = parseUrl(url.href, config);
        const { client, turn } = originOf(checked, options.at);
        const host = options.at?.host ?? hostOf(checked);
        return await turn.run(signal, () => inSlot(host, signal, () => send(client, checked, options)));
      } catch (error) {
        throw failureOf(error);
      }
    },
    async close() {
      resolver.close();
      await Promise.all([...origins.values()].map(({ client }) => client.destroy()));
    },
  };
}

function dialOf({ proxyUrl }: EgressConfig): Dial {
  return proxyUrl === undefined ? dialTcp : dialThroughProxy(new URL(proxyUrl));
}

/** A kept connection may have been closed by the host just as it was used again: that one case is tried once more. */
async function exchangeFresh(
  client: Client,
  request: ExchangeRequest,
  limits: Limits,
  signal: AbortSignal,
): Promise<Exchange> {
  const isReused = client.stats.connected;
  try {
    return await exchange(client, request, limits, signal);
  } catch (error) {
    const failure = failureOf(error);
    if (isReused && failure.step === "http" && failure.code === "reset")
      return exchange(client, request, limits, signal);
    throw failure;
  }
}
