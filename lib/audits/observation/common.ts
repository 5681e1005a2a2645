import { z } from "zod";

/** Why something could not be seen, and at which step; the words the UI shows. */
export const STEPS = ["policy", "dns", "connect", "tls", "http", "body", "browser", "internal"] as const;

export const unreachable = z.object({
  state: z.literal("unreachable"),
  at: z.iso.datetime(),
  step: z.enum(STEPS),
  /** Machine word: `dns_error`, `nxdomain`, `blocked_address`, `connect_timeout`, `refused`, `tls_error`, `header_timeout`, `body_timeout`, `too_large`, `protocol_error`, … */
  code: z.string(),
  reason: z.string(),
  ms: z.number(),
});
const notAttempted = z.object({ state: z.literal("not_attempted"), reason: z.string() });

export function observed<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("state", [
    z.object({ state: z.literal("observed"), at: z.iso.datetime(), ms: z.number(), value }),
    unreachable,
    notAttempted,
  ]);
}

/** Header lines in wire order, names lower case, values clipped to 8 KiB; duplicates stay apart. */
export const headers = z.array(z.tuple([z.string(), z.string()]));

/** One resolver's answer to one question. `nodata` = the name exists but has no such record. */
const dnsAnswer = z.object({
  resolver: z.string(),
  status: z.enum(["ok", "nodata", "nxdomain", "servfail", "refused", "timeout", "error"]),
  records: z.array(z.string()),
  ms: z.number(),
  /** The smallest TTL among the records and the aliases before them, in seconds. */
  ttl: z.number().int().optional(),
  /** The resolver says that it validated the answer by DNSSEC (the AD bit). */
  authenticated: z.boolean().optional(),
});
/** name + type, asked at each configured resolver; records are in presentation form. */
export const dnsQuestion = z.object({ name: z.string(), type: z.string(), answers: z.array(dnsAnswer) });

const hop = z.object({
  url: z.string(),
  status: z.number(),
  location: z.string().nullable(),
  /** Its first Strict-Transport-Security header; `null`: it sent none. */
  hsts: z.string().nullable().optional(),
});
/** Where one start address leads. `error` set: the chain broke there. */
export const redirectChain = z.object({
  start: z.string(),
  hops: z.array(hop),
  final: z.string().nullable(),
  error: z.object({ step: z.enum(STEPS), code: z.string(), reason: z.string() }).nullable(),
});

export type RedirectChain = z.infer<typeof redirectChain>;
export type DnsQuestion = z.infer<typeof dnsQuestion>;
export type Unreachable = z.infer<typeof unreachable>;
