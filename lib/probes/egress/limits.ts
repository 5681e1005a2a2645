/** What one audit may cost; times in milliseconds, sizes in bytes. */
export type Limits = {
  dnsMs: number;
  dnsTryMs: number;
  /** TCP and TLS together. */
  connectMs: number;
  /** As `connectMs`, to an origin around its edge. */
  aroundMs: number;
  /** The least that each of several addresses gets of `connectMs`. */
  addressMs: number;
  headersMs: number;
  headerBytes: number;
  headerLines: number;
  bodyMs: number;
  wireBytes: number;
  /** Of a redirect, which nobody reads. */
  redirectBytes: number;
  decodedBytes: number;
  codings: number;
  redirects: number;
  totalMs: number;
};

export const LIMITS: Limits = {
  dnsMs: 5_000,
  dnsTryMs: 1_600,
  connectMs: 10_000,
  aroundMs: 4_000,
  addressMs: 2_000,
  headersMs: 10_000,
  headerBytes: 64 * 1024,
  headerLines: 200,
  bodyMs: 15_000,
  wireBytes: 2 * 1024 * 1024,
  redirectBytes: 64 * 1024,
  decodedBytes: 5 * 1024 * 1024,
  codings: 5,
  redirects: 10,
  totalMs: 30_000,
};
