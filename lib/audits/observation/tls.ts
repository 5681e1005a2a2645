import { z } from "zod";

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
  /** Of an EC key, e.g. `prime256v1`. */
  curve: z.string().nullable(),
  signatureAlgorithm: z.string(),
  selfIssued: z.boolean(),
  /** Signed certificate timestamps inside; `null`: their list cannot be read. */
  scts: z.number().nullable(),
  /** Asks clients to insist on a stapled OCSP answer (RFC 7633). */
  mustStaple: z.boolean(),
  /** Where it says that its issuer's certificate (RFC 5280 §4.2.2.1, caIssuers) and its OCSP answers are. */
  issuerUrls: z.array(z.string()),
  ocspUrls: z.array(z.string()),
});

export const tls = z.object({
  protocol: z.string(),
  cipher: z.string(),
  alpn: z.string().nullable(),
  /** Whether the chain verifies against the worker's roots; the name is judged apart. */
  trusted: z.boolean(),
  /**
   * OpenSSL's word, e.g. DEPTH_ZERO_SELF_SIGNED_CERT, UNABLE_TO_VERIFY_LEAF_SIGNATURE, CERT_HAS_EXPIRED;
   * EXCESSIVE_MESSAGE_SIZE where the certificates are too large for a handshake at all.
   */
  trustError: z.string().nullable(),
  /** The root of a trusted chain: one of the public ones, or one that the operator of Launch Ready added. */
  root: z.object({ subject: z.string(), store: z.enum(["public", "added"]) }).nullable(),
  nameMatches: z.boolean(),
  /** Leaf first; at most 20. */
  chain: z.array(certificate),
  chainTotal: z.number(),
  /** Whether `chain` is in the order in which it came over the wire, not as OpenSSL sorted it. */
  chainAsSent: z.boolean(),
  /** What lies at the address where the last certificate of a chain without an issuer says that its issuer is. */
  issuerFetched: z.object({ url: z.string(), result: z.enum(["completes", "unknown-root", "unreadable"]) }).nullable(),
  /** Whether an OCSP answer came with the handshake. */
  ocspStapled: z.boolean(),
  /** Which versions the server completed a handshake with. `null`: could not be tried. */
  versions: z.record(z.enum(["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]), z.boolean().nullable()),
});
