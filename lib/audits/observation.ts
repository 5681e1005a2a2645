import { z } from "zod";

/** Why something could not be seen, and at which step; the words the UI shows. */
export const STEPS = ["policy", "dns", "connect", "tls", "http", "body", "browser", "internal"] as const;

const unreachable = z.object({
  state: z.literal("unreachable"),
  at: z.iso.datetime(),
  step: z.enum(STEPS),
  /** Machine word: `dns_error`, `nxdomain`, `blocked_address`, `connect_timeout`, `refused`, `tls_error`, `header_timeout`, `body_timeout`, `too_large`, `protocol_error`, … */
  code: z.string(),
  reason: z.string(),
  ms: z.number(),
});
const notAttempted = z.object({ state: z.literal("not_attempted"), reason: z.string() });

function observed<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("state", [
    z.object({ state: z.literal("observed"), at: z.iso.datetime(), ms: z.number(), value }),
    unreachable,
    notAttempted,
  ]);
}

/** Header lines in wire order, names lower case, values clipped to 8 KiB; duplicates stay apart. */
const headers = z.array(z.tuple([z.string(), z.string()]));

/** One resolver's answer to one question. `nodata` = the name exists but has no such record. */
const dnsAnswer = z.object({
  resolver: z.string(),
  status: z.enum(["ok", "nodata", "nxdomain", "servfail", "refused", "timeout", "error"]),
  records: z.array(z.string()),
  ms: z.number(),
});
/** name + type, asked at each configured resolver; records are in presentation form. */
const dnsQuestion = z.object({ name: z.string(), type: z.string(), answers: z.array(dnsAnswer) });

const dns = z.object({
  a: dnsQuestion,
  aaaa: dnsQuestion,
  cname: dnsQuestion,
  /** At the registrable domain. */
  ns: dnsQuestion,
  /** Climbed from the host towards the root until a record is found (RFC 8659 §3). */
  caa: z.array(dnsQuestion),
  /** Addresses of the CNAME's target, when there is one. */
  cnameTarget: dnsQuestion.nullable(),
});

const certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** subjectAltName DNS and IP entries, at most 200. */
  names: z.array(z.string()),
  namesTotal: z.number(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  serial: z.string(),
  fingerprint256: z.string(),
  keyType: z.string(),
  keyBits: z.number().nullable(),
  signatureAlgorithm: z.string(),
  selfIssued: z.boolean(),
});
const tls = z.object({
  protocol: z.string(),
  cipher: z.string(),
  alpn: z.string().nullable(),
  /** Whether the chain verifies against the worker's roots; the name is judged apart. */
  trusted: z.boolean(),
  /** OpenSSL's word, e.g. DEPTH_ZERO_SELF_SIGNED_CERT, UNABLE_TO_VERIFY_LEAF_SIGNATURE, CERT_HAS_EXPIRED. */
  trustError: z.string().nullable(),
  nameMatches: z.boolean(),
  /** Leaf first, as sent. */
  chain: z.array(certificate),
  /** Which versions the server completed a handshake with. `null`: could not be tried. */
  versions: z.record(z.enum(["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]), z.boolean().nullable()),
});

const hop = z.object({
  url: z.string(),
  status: z.number(),
  location: z.string().nullable(),
});
/** Where one start address leads. `error` set: the chain broke there. */
const redirectChain = z.object({
  start: z.string(),
  hops: z.array(hop),
  final: z.string().nullable(),
  error: z.object({ step: z.enum(STEPS), code: z.string(), reason: z.string() }).nullable(),
});

const response = z.object({
  url: z.string(),
  status: z.number(),
  httpVersion: z.string(),
  headers,
  bodyBytes: z.number(),
  bodyTruncated: z.boolean(),
});

/** What a static read of the document shows; every list is capped at 500 entries. */
const documentFacts = z.object({
  contentType: z.string(),
  title: z.string().nullable(),
  baseHref: z.string().nullable(),
  metaCsp: z.array(z.string()),
  /** Absolute URLs that the document would load or post to. */
  references: z.array(
    z.object({
      kind: z.enum(["script", "style", "frame", "object", "form", "image", "media", "font", "link", "refresh"]),
      url: z.string(),
      tag: z.string(),
    }),
  ),
});

const page = z.object({
  chain: redirectChain,
  response,
  document: documentFacts.nullable(),
});

const cors = z.object({
  url: z.string(),
  trials: z.array(
    z.object({
      kind: z.enum(["foreign", "null", "prefix", "suffix", "http"]),
      origin: z.string(),
      status: z.number(),
      allowOrigin: z.string().nullable(),
      allowCredentials: z.string().nullable(),
      vary: z.string().nullable(),
    }),
  ),
});

const redirects = z.object({ chains: z.array(redirectChain) });

const textFile = z.object({
  url: z.string(),
  status: z.number(),
  contentType: z.string().nullable(),
  /** At most 32 KiB. */
  text: z.string(),
});

const mail = z.object({
  domain: z.string(),
  mx: dnsQuestion,
  /** TXT records at the domain, each joined from its strings without a separator. */
  txt: dnsQuestion,
  /** `_dmarc` TXT of the domain and of each name of RFC 9989's tree walk, nearest first. */
  dmarc: z.array(dnsQuestion),
});

const PARTS = {
  dns: observed(dns),
  tls: observed(tls),
  page: observed(page),
  redirects: observed(redirects),
  cors: observed(cors),
  securityTxt: observed(textFile),
  mail: observed(mail),
} as const;
export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];

const targetFacts = z.object({
  /** Normalised: scheme, host, port, path. */
  url: z.url(),
  /** Host name or literal address, lower case, no brackets. */
  host: z.string(),
  port: z.number().int(),
  /** eTLD+1 by the Public Suffix List; the host itself where there is none. */
  domain: z.string(),
});
export type TargetFacts = z.infer<typeof targetFacts>;

/** Everything one run saw of one target: plain JSON, stored, enough to judge again without traffic. */
export const observationSchema = z.object({
  version: z.literal(1),
  target: targetFacts,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  parts: z.object(PARTS),
});
export type Observation = z.infer<typeof observationSchema>;
export type Part<P extends PartName> = Observation["parts"][P];
export type PartValue<P extends PartName> = Extract<Part<P>, { state: "observed" }>["value"];
export type RedirectChain = z.infer<typeof redirectChain>;
export type DnsQuestion = z.infer<typeof dnsQuestion>;
export type Unreachable = z.infer<typeof unreachable>;
