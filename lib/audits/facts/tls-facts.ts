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
  /** Signed certificate timestamps inside the leaf; `null`: not known. */
  scts: number | null;
};
