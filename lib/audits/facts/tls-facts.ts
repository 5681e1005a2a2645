import { DAY_MS, lifetimeOf } from "../edge/lifetime.ts";
import { chainCode } from "../edge/tls-chain.ts";
import { describeKey } from "../edge/tls-key.ts";
import type { Observation, PartValue } from "../observation.ts";

/** One certificate of the chain, as shown. Days count from the observation; negative once expired. */
export type ChainLink = {
  subject: string;
  issuer: string;
  key: string;
  signature: string;
  validFrom: string;
  validTo: string;
  daysLeft: number;
};
/** A host's row in the TLS table. */
export type TlsFacts = {
  protocol: string;
  cipher: string;
  alpn: string | null;
  /** Versions that the server offers, oldest first; `null`: could not be tried. */
  versions: { version: string; offered: boolean | null }[];
  /** Leaf first, as sent. */
  chain: ChainLink[];
  /** "trusted", or what is wrong with the chain in a few words. */
  trust: string;
  nameMatches: boolean;
  names: string[];
  /** Share of the lifetime that is left, 0–1. */
  lifetimeLeft: number;
  ocspStapled: boolean | null;
  /** The leaf asks for a stapled OCSP answer. */
  mustStaple: boolean;
  /** Signed certificate timestamps inside the leaf; `null`: not known. */
  scts: number | null;
  /** "public", "added by the operator", or null for a chain that leads to no trusted root. */
  root: { subject: string; store: "public" | "added" } | null;
  /** Certificates sent, of which `chain` shows at most 20. */
  chainTotal: number;
};

const OLDEST_FIRST = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"] as const;

const TRUST_WORDS = {
  ok: "trusted",
  "self-signed": "self-signed",
  "missing-intermediate": "intermediate missing",
  "unknown-root": "unknown root",
  "unknown-issuer": "unknown issuer",
  "intermediate-dates": "an intermediate is out of its dates",
  "too-large": "too large for a handshake",
  "too-long": "too long to verify",
  untrusted: "not trusted",
  misordered: "trusted, but sent in the wrong order",
  long: "trusted, but far too long",
  "not-logged": "trusted, but not logged publicly",
  stray: "trusted, with a certificate too many",
  "leaf-dates": "out of its dates",
} as const satisfies Record<ReturnType<typeof chainCode>, string>;

/** A host's row in the TLS table; `null` where its TLS was not seen. */
export function tlsFacts(parts: Partial<Observation["parts"]>, observedAt: string): TlsFacts | null {
  const part = parts.tls;
  if (part?.state !== "observed") return null;
  const { value: tls } = part;
  const leaf = tls.chain[0];
  const life = leaf && lifetimeOf(leaf, observedAt);
  return {
    protocol: tls.protocol,
    cipher: tls.cipher,
    alpn: tls.alpn,
    versions: OLDEST_FIRST.map((version) => ({ version, offered: tls.versions[version] ?? null })),
    chain: tls.chain.map((certificate) => linkOf(certificate, observedAt)),
    trust: TRUST_WORDS[chainCode(tls, observedAt)],
    nameMatches: tls.nameMatches,
    names: leaf?.names ?? [],
    lifetimeLeft: life && life.whole > 0 ? Math.min(1, Math.max(0, life.left / life.whole)) : 0,
    ocspStapled: tls.ocspStapled,
    mustStaple: leaf?.mustStaple ?? false,
    scts: leaf?.scts ?? null,
    root: tls.root,
    chainTotal: tls.chainTotal,
  };
}

function linkOf(certificate: PartValue<"tls">["chain"][number], observedAt: string): ChainLink {
  const { subject, issuer, validFrom, validTo, signatureAlgorithm } = certificate;
  return {
    subject,
    issuer,
    key: describeKey(certificate),
    signature: signatureAlgorithm,
    validFrom,
    validTo,
    daysLeft: Math.floor(lifetimeOf(certificate, observedAt).left / DAY_MS),
  };
}
