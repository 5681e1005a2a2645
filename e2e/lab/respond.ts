import * as packet from "dns-packet";
import { ALIAS, HOST } from "./names.ts";
import { KEY_TAG, lookUp, type Zone } from "./zone.ts";

export type Message = packet.DecodedPacket;
export type DnsError = "SERVFAIL" | "REFUSED" | "NXDOMAIN";
export type AnswerWith = (question: { name: string; type: string }) => DnsError | null;
/** `daysLeft`: until the signatures expire, of the fourteen that they hold. */
export type Dnssec = { isBogus: boolean; algorithm: number; daysLeft: number };
/** What one server knows and how it behaves. It refuses everything without a zone. */
export type Source = {
  zone: Zone | null;
  /** Answers for the product's zones alone, with AA; otherwise it is a resolver. */
  isAuthoritative?: boolean | undefined;
  answerWith?: AnswerWith | undefined;
  dnssec?: Dnssec | undefined;
};

const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;
const OPCODE_MASK = 0x7800;
const UDP_BYTES = 1232;
const DAY_SECONDS = 86_400;
const SIGNED_DAYS = 14;

export const ednsOf = (query: Message) => query.additionals?.find((record) => record.type === "OPT");

/** Which of the product's own zones a name is in. */
const zoneOf = (name: string) => [HOST, ALIAS].find((zone) => `.${name.toLowerCase()}`.endsWith(`.${zone}`));

/**
 * Answers as a resolver or as an authoritative server would. Signatures have the right shape and dates and no more: the
 * resolvers say what a validating one would say (AD, or SERVFAIL for a bogus zone) without computing anything.
 */
export function respond(query: Message, source: Source): packet.Packet {
  const { id = 0, flags = 0, questions = [] } = query;
  const [question] = questions;
  const edns = ednsOf(query);
  const wantsSignatures = edns?.type === "OPT" && edns.flag_do;
  const role = source.isAuthoritative ? packet.AUTHORITATIVE_ANSWER : packet.RECURSION_AVAILABLE;
  const base = role | (flags & packet.RECURSION_DESIRED);
  const opt: packet.Answer[] = edns ? [optRecord(wantsSignatures === true)] : [];
  const answerWith = (code: keyof typeof RCODE, sections: Partial<packet.Packet> = {}, more = 0): packet.Packet => ({
    type: "response",
    id,
    flags: base | more | RCODE[code],
    questions,
    ...sections,
    additionals: opt,
  });
  if ((flags & OPCODE_MASK) !== 0) return answerWith("NOTIMP");
  if (questions.length !== 1 || question === undefined) return answerWith("FORMERR");
  const own = zoneOf(question.name);
  if (source.zone === null || (source.isAuthoritative && !own)) return answerWith("REFUSED");
  const error = source.answerWith?.({ name: question.name.toLowerCase(), type: question.type });
  if (error) return answerWith(error);

  const isSigned = source.zone.some(({ type, name }) => type === "DS" && name === own);
  const validates = source.isAuthoritative !== true && isSigned;
  const isUnchecked = (flags & packet.CHECKING_DISABLED) !== 0;
  // The DS record stands in the parent's zone, whose signatures are in order.
  if (validates && source.dnssec?.isBogus && question.type !== "DS" && !isUnchecked) return answerWith("SERVFAIL");
  const { status, answers, authorities } = lookUp(source.zone, question);
  const isAuthentic = validates && source.dnssec?.isBogus === false && !isUnchecked;
  const signatures = wantsSignatures && source.dnssec ? signaturesOf(answers, source.dnssec) : [];
  const sections = { answers: [...answers, ...signatures], authorities: [...authorities] };
  return answerWith(status, sections, isAuthentic ? packet.AUTHENTIC_DATA : 0);
}

function optRecord(wantsSignatures: boolean): packet.Answer {
  return {
    type: "OPT",
    name: ".",
    udpPayloadSize: UDP_BYTES,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: wantsSignatures ? packet.DNSSEC_OK : 0,
    flag_do: wantsSignatures,
    options: [],
  };
}

/** One RRSIG for each name and type among the answers that is the product's. */
function signaturesOf(answers: Zone, { algorithm, daysLeft }: Dnssec): packet.Answer[] {
  const expiration = Math.floor(Date.now() / 1000) + daysLeft * DAY_SECONDS;
  const signed = new Map(
    answers.filter(({ name }) => zoneOf(name)).map((record) => [`${record.name} ${record.type}`, record]),
  );
  return [...signed.values()].map(({ name, type }) => ({
    type: "RRSIG",
    name,
    ttl: 30,
    data: {
      typeCovered: type,
      algorithm,
      labels: name.split(".").length,
      originalTTL: 30,
      expiration,
      inception: expiration - SIGNED_DAYS * DAY_SECONDS,
      keyTag: KEY_TAG,
      signersName: zoneOf(name) ?? name,
      signature: Buffer.alloc(64, 0x51),
    },
  }));
}
