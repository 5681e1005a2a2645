import { z } from "zod";
import type { HostDetail } from "#db/queries/domain-views.ts";
import { moment } from "./common.ts";
import { dnsRecord } from "./run.ts";

type Facts = Pick<HostDetail, "dns" | "tls" | "redirects" | "edge" | "mail">;
type SpfNode = NonNullable<NonNullable<Facts["mail"]>["spf"]>;

const dns = z.array(
  z.object({
    name: z.string(),
    type: z.string(),
    sources: z.array(
      z.object({
        source: z.string(),
        kind: z.enum(["resolver", "authoritative"]),
        status: z.string(),
        records: z.array(z.string()),
        ttl: z.number().nullable(),
      }),
    ),
    agrees: z.boolean(),
  }),
) satisfies z.ZodType<Facts["dns"]>;

const tls = z.object({
  protocol: z.string(),
  cipher: z.string(),
  alpn: z.string().nullable(),
  versions: z.array(z.object({ version: z.string(), offered: z.boolean().nullable() })),
  chain: z.array(
    z.object({
      subject: z.string(),
      issuer: z.string(),
      key: z.string(),
      signature: z.string(),
      validFrom: moment,
      validTo: moment,
      daysLeft: z.number(),
    }),
  ),
  trust: z.string(),
  nameMatches: z.boolean(),
  names: z.array(z.string()),
  lifetimeLeft: z.number(),
  ocspStapled: z.boolean().nullable(),
  mustStaple: z.boolean(),
  scts: z.number().nullable(),
  root: z.object({ subject: z.string(), store: z.enum(["public", "added"]) }).nullable(),
  chainTotal: z.number(),
}) satisfies z.ZodType<Facts["tls"]>;

export const redirectHop = z.object({ url: z.string(), status: z.number(), location: z.string().nullable() });

const redirects = z.array(
  z.object({
    start: z.string(),
    hops: z.array(redirectHop),
    final: z.string().nullable(),
    verdict: z.enum(["ok", "fault", "unseen"]),
    note: z.string(),
  }),
) satisfies z.ZodType<Facts["redirects"]>;

const edge = z.object({
  edge: z.string().nullable(),
  proofs: z.array(
    z.object({ kind: z.enum(["address", "header", "trace", "cname", "nameserver"]), detail: z.string() }),
  ),
  origins: z.array(
    z.object({
      origin: z.string(),
      result: z.enum(["answers", "refuses", "unreachable", "not_tried"]),
      note: z.string(),
    }),
  ),
  botRule: z.string().nullable(),
  assets: z.array(
    z.object({
      url: z.string(),
      cacheControl: z.string().nullable(),
      first: z.string(),
      second: z.string(),
      verdict: z.enum(["ok", "fault", "unseen"]),
    }),
  ),
}) satisfies z.ZodType<Facts["edge"]>;

const spfTerm = z.object({
  text: z.string(),
  cost: z.number(),
  /** The record behind it, of the same form; OpenAPI has no word for that inside of a schema without a name. */
  child: z.custom<SpfNode | null>(),
});

const spfNode = z.object({
  domain: z.string(),
  via: z.string(),
  record: z.string().nullable(),
  state: z.enum(["ok", "missing", "several", "malformed", "unanswered", "loop", "too_deep"]),
  lookups: z.number(),
  lookupsBelow: z.number(),
  voids: z.number(),
  terms: z.array(spfTerm),
}) satisfies z.ZodType<SpfNode>;

const mail = z.object({
  domain: z.string(),
  mx: z.array(z.string()),
  provider: z.string().nullable(),
  spf: spfNode.nullable(),
  spfTotal: z.object({ lookups: z.number(), voids: z.number() }).nullable(),
  dmarc: z.array(
    z.object({
      receiver: z.enum(["RFC 9989", "RFC 7489"]),
      at: z.string().nullable(),
      policy: z.enum(["none", "quarantine", "reject"]).nullable(),
      note: z.string(),
    }),
  ),
  dkim: z.array(
    z.object({
      selector: z.string(),
      from: z.enum(["given", "provider", "common"]),
      state: z.enum(["found", "revoked", "broken", "not_found", "unanswered"]),
      key: z.string(),
      note: z.string(),
    }),
  ),
  mtaSts: z.object({ mode: z.string().nullable(), note: z.string() }).nullable(),
  tlsRpt: z.object({ record: z.string().nullable(), note: z.string() }).nullable(),
  publish: z.array(dnsRecord),
}) satisfies z.ZodType<Facts["mail"]>;

/** What was seen of a host; null or empty where it could not be. */
export const hostFacts = {
  dns,
  tls: tls.nullable(),
  redirects,
  edge: edge.nullable(),
  mail: mail.nullable(),
};
