/** RFC 1035 §3.2.2, RFC 3596, 4034, 5155, 6698, 8659: the types that are asked for or read. */
export const TYPE_CODES = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  NSEC3: 50,
  TLSA: 52,
  CAA: 257,
} as const;
export type RecordType = keyof typeof TYPE_CODES;

const NAMES = new Map<number, RecordType>(
  Object.entries(TYPE_CODES).map(([name, code]): [number, RecordType] => [code, name as RecordType]),
);

/** RFC 3597 §5 for those without a name here. */
export function typeName(code: number): string {
  return NAMES.get(code) ?? `TYPE${code}`;
}
