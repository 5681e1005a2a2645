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
  signatureAlgorithm: z.string(),
  selfIssued: z.boolean(),
});
export const tls = z.object({
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
