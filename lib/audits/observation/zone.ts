import { z } from "zod";
import { dnsQuestion } from "./common.ts";

/** `lame`: it answers, but not as a server of this zone. `withheld`: its address is not one that audits may reach. */
const NAMESERVER_STATES = ["answered", "lame", "unreachable", "withheld", "no_address"] as const;

const nameserver = z.object({
  /** As in the NS record, lower case. */
  name: z.string(),
  state: z.enum(NAMESERVER_STATES),
  /** Of its SOA record. */
  serial: z.number().int().nullable(),
  /** What it said to the question for SOA, when it is lame. */
  status: z.string(),
});

/** One RRSIG: what it covers, and from when until when it holds. */
const signature = z.object({
  name: z.string(),
  covers: z.string(),
  algorithm: z.number().int(),
  inception: z.iso.datetime(),
  expiration: z.iso.datetime(),
});

const otherName = z.object({
  name: z.string(),
  /** The end of its chain of aliases, if it is one. */
  cname: z.string().nullable(),
  /** It leads to an address. */
  resolves: z.boolean(),
  /** What the question for its addresses came to. */
  status: z.string(),
});

/** The zone that the host is in, as its own servers know it. */
export const zone = z.object({
  apex: z.string(),
  /** As the resolvers know them. */
  ns: dnsQuestion,
  soa: dnsQuestion,
  /** Why the zone's servers were not asked; `null`: they were. */
  notAsked: z.string().nullable(),
  nameservers: z.array(nameserver),
  /** Asked of each server of the zone that answers for it; `resolver` is its name. */
  answers: z.array(dnsQuestion),
  dnssec: z.object({
    /** At the parent. */
    ds: dnsQuestion,
    dnskey: dnsQuestion,
    /** Of each key, the DS records that would vouch for it. `isEntry`: a key signing key (SEP, RFC 4034 §2.1.1). */
    keys: z.array(z.object({ isEntry: z.boolean(), ds: z.array(z.string()) })),
    /** A resolver refuses the zone, but gives its SOA when told not to validate. */
    isBogus: z.boolean(),
    signatures: z.array(signature),
  }),
  /** A label that nobody published, under the registrable domain: A, AAAA, CNAME, TXT. */
  wildcard: z.array(dnsQuestion),
  /** Usual names under the registrable domain, those that exist. */
  names: z.array(otherName),
  /** Those of them that no resolver gave an answer about. */
  namesUnanswered: z.array(z.string()),
});
