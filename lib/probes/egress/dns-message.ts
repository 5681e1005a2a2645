import { AUTHENTIC_DATA, CHECKING_DISABLED, DNSSEC_OK, encode, type OptAnswer, RECURSION_DESIRED } from "dns-packet";
import { malformed } from "./dns-malformed.ts";
import { presentName, readName } from "./dns-name.ts";
import { cursorOver, presentData } from "./dns-rdata.ts";
import { type RecordType, TYPE_CODES } from "./dns-records.ts";

export type Query = {
  id: number;
  name: string;
  type: RecordType;
  /** RD: let the server ask others (default). */
  recurse?: boolean | undefined;
  /** CD: give answers that fail validation too (RFC 4035 §3.2.2). */
  unchecked?: boolean | undefined;
  /** DO: send signatures along (RFC 3225). */
  signatures?: boolean | undefined;
  /** Without EDNS, for servers that refuse it (RFC 6891 §7). */
  plain?: boolean | undefined;
};
export type ResourceRecord = { name: string; type: number; ttl: number; data: string };
export type Message = {
  rcode: number;
  isTruncated: boolean;
  /** AA. */
  isAuthoritative: boolean;
  /** AD: a resolver's word that it validated the answer. */
  isAuthentic: boolean;
  answers: ResourceRecord[];
  authorities: ResourceRecord[];
};

/** What fits through every path unfragmented (DNS Flag Day 2020). */
const UDP_PAYLOAD = 1232;
const HEADER_OCTETS = 12;
const RECORDS_MAX = 500;
const TTL_MAX = 0x7fff_ffff;
const IN = 1;
const OPT = 41;
const FLAG = { response: 0x8000, authoritative: 0x0400, truncated: 0x0200, authentic: 0x0020 } as const;

/** AD in a question asks a resolver to say in its answer whether it validated (RFC 6840 §5.7). */
export function encodeQuery({ id, name, type, recurse = true, unchecked, signatures, plain }: Query): Buffer {
  const flags = AUTHENTIC_DATA | (recurse ? RECURSION_DESIRED : 0) | (unchecked ? CHECKING_DISABLED : 0);
  const edns: OptAnswer = {
    type: "OPT",
    name: ".",
    udpPayloadSize: UDP_PAYLOAD,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: signatures ? DNSSEC_OK : 0,
    flag_do: signatures === true,
    options: [],
  };
  return encode({ type: "query", id, flags, questions: [{ name, type }], additionals: plain ? [] : [edns] });
}

/**
 * The reply to a query, or `null` for a message that is not one: another id or question, or no reply at all. Throws for
 * one that is malformed. Read here rather than by dns-packet, which takes an A record of three octets, and one whose
 * data lies past the end, for good.
 */
export function readReply(bytes: Buffer, query: Pick<Query, "id" | "name" | "type">): Message | null {
  if (bytes.length >= 2 && bytes.readUInt16BE(0) !== query.id) return null;
  if (bytes.length < HEADER_OCTETS) throw malformed("it is shorter than a header");
  const flags = bytes.readUInt16BE(2);
  if ((flags & FLAG.response) === 0) return null;
  const [questions, answers, authorities, additionals] = [4, 6, 8, 10].map((offset) => bytes.readUInt16BE(offset));
  const counts = { answers: answers ?? 0, authorities: authorities ?? 0, additionals: additionals ?? 0 };
  if (counts.answers + counts.authorities + counts.additionals > RECORDS_MAX)
    throw malformed(`it holds more than ${RECORDS_MAX} records`);

  const rcode = flags & 0x000f;
  let offset = HEADER_OCTETS;
  // A server that could not read the question may leave it out, but then it has nothing else to say.
  const isBareError = questions === 0 && rcode !== 0 && counts.answers + counts.authorities === 0;
  if (!isBareError) {
    if (questions !== 1) throw malformed("it does not repeat the one question");
    const { name, end } = readName(bytes, offset);
    offset = end + 4;
    if (offset > bytes.length) throw malformed("its question is cut off");
    const isOurs = sameName(name, presentName(query.name)) && bytes.readUInt16BE(end) === TYPE_CODES[query.type];
    if (!isOurs || bytes.readUInt16BE(end + 2) !== IN) return null;
  }
  const message: Message = {
    rcode,
    isTruncated: (flags & FLAG.truncated) !== 0,
    isAuthoritative: (flags & FLAG.authoritative) !== 0,
    isAuthentic: (flags & FLAG.authentic) !== 0,
    answers: [],
    authorities: [],
  };
  if (message.isTruncated) return message;
  const section = (count: number) => {
    const read = readRecords(bytes, offset, count);
    offset = read.end;
    return read.records;
  };
  message.answers = section(counts.answers);
  message.authorities = section(counts.authorities);
  section(counts.additionals);
  return message;
}

export function sameName(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

function readRecords(bytes: Buffer, start: number, count: number): { records: ResourceRecord[]; end: number } {
  const records: ResourceRecord[] = [];
  let offset = start;
  for (let index = 0; index < count; index += 1) {
    const { name, end: fixed } = readName(bytes, offset);
    const dataStart = fixed + 10;
    if (dataStart > bytes.length) throw malformed("a record is cut off");
    const [type, klass] = [bytes.readUInt16BE(fixed), bytes.readUInt16BE(fixed + 2)];
    offset = dataStart + bytes.readUInt16BE(fixed + 8);
    if (offset > bytes.length) throw malformed("record data lies past the end");
    // RFC 2181 §8: a TTL with the top bit set counts as zero.
    const ttl = bytes.readUInt32BE(fixed + 4);
    if (type === OPT || klass !== IN) continue;
    const data = presentData(type, cursorOver(bytes, dataStart, offset));
    records.push({ name, type, ttl: ttl > TTL_MAX ? 0 : ttl, data });
  }
  return { records, end: offset };
}
