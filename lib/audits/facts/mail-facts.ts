import type { DnsRecord } from "../types.ts";

/** One SPF record of the include tree. */
export type SpfNode = {
  /** The name whose TXT was read. */
  domain: string;
  /** The term that leads here, e.g. `include:_spf.example.net`; empty at the root. */
  via: string;
  record: string | null;
  state: "ok" | "missing" | "several" | "malformed" | "unanswered" | "loop" | "too_deep";
  /** Look-ups (RFC 7208 §4.6.4) of this record alone, and of it and everything below it. */
  lookups: number;
  lookupsBelow: number;
  /** Void look-ups of this record alone. */
  voids: number;
  /** The terms in their order, each with what it costs and, for an include or redirect, the record behind it. */
  terms: { text: string; cost: number; child: SpfNode | null }[];
};
/** How one kind of receiver reads the domain's DMARC. */
export type DmarcReading = {
  receiver: "RFC 9989" | "RFC 7489";
  /** Where the record that applies stands; null: none. */
  at: string | null;
  policy: "none" | "quarantine" | "reject" | null;
  note: string;
};
export type DkimRow = {
  selector: string;
  /** Why this selector was asked for. */
  from: "given" | "provider" | "common";
  state: "found" | "revoked" | "broken" | "not_found" | "unanswered";
  key: string;
  note: string;
};
export type MailFacts = {
  domain: string;
  mx: string[];
  provider: string | null;
  spf: SpfNode | null;
  spfTotal: { lookups: number; voids: number } | null;
  dmarc: DmarcReading[];
  dkim: DkimRow[];
  mtaSts: { mode: string | null; note: string } | null;
  tlsRpt: { record: string | null; note: string } | null;
  /** The exact records that mend what is wrong. */
  publish: DnsRecord[];
};
