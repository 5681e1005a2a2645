import { readChildren, readElement } from "./der.ts";

/** Content octets of the object identifiers, in hex. */
const OID = {
  authorityInfoAccess: "2b06010505070101",
  tlsFeature: "2b06010505070118",
  signedTimestamps: "2b06010401d679020402",
  ocsp: "2b06010505073001",
  caIssuers: "2b06010505073002",
} as const;

const EXTENSIONS_TAG = 0xa3;
const URI_TAG = 0x86;
/** RFC 7633 §4.1: the TLS extension `status_request`. */
const STATUS_REQUEST = 5;
const URLS_MAX = 4;
const URL_CHARS_MAX = 1024;

export type Extensions = {
  /** How many signed certificate timestamps are inside; `null`: the extension cannot be read. */
  scts: number | null;
  mustStaple: boolean;
  ocspUrls: string[];
  issuerUrls: string[];
};

/** What Node does not tell of a certificate: extensions read from its DER. */
export function readExtensions(certificate: Buffer): Extensions {
  const values = extensionValues(certificate);
  const access = descriptions(values.get(OID.authorityInfoAccess));
  const sctList = values.get(OID.signedTimestamps);
  return {
    scts: sctList ? countTimestamps(sctList) : 0,
    mustStaple: asksForStaple(values.get(OID.tlsFeature)),
    ocspUrls: urlsOf(access, OID.ocsp),
    issuerUrls: urlsOf(access, OID.caIssuers),
  };
}

/** RFC 5280 §4.1: the extensions by identifier. */
function extensionValues(certificate: Buffer): Map<string, Buffer> {
  const toBeSigned = readChildren(readElement(certificate)?.content ?? Buffer.of())[0];
  const wrapped = readChildren(toBeSigned?.content ?? Buffer.of()).find(({ tag }) => tag === EXTENSIONS_TAG);
  const list = readElement(wrapped?.content ?? Buffer.of());
  const pairs = readChildren(list?.content ?? Buffer.of()).map(({ content }): [string, Buffer] => {
    const parts = readChildren(content);
    return [parts[0]?.content.toString("hex") ?? "", parts.at(-1)?.content ?? Buffer.of()];
  });
  return new Map(pairs);
}

/** RFC 6962 §3.3: an octet string that holds a list of timestamps, each behind its length, behind the list's length. */
function countTimestamps(value: Buffer): number | null {
  const list = readElement(value)?.content;
  if (!list || list.length < 2 || list.readUInt16BE(0) !== list.length - 2) return null;
  let count = 0;
  let at = 2;
  for (; at + 2 <= list.length; count += 1) at += 2 + list.readUInt16BE(at);
  return at === list.length ? count : null;
}

function asksForStaple(value: Buffer | undefined): boolean {
  const features = readChildren(readElement(value ?? Buffer.of())?.content ?? Buffer.of());
  return features.some(({ content }) => content.length === 1 && content[0] === STATUS_REQUEST);
}

type Description = { method: string; url: string };

/** RFC 5280 §4.2.2.1: pairs of a method and a place; only places that are addresses of the web. */
function descriptions(value: Buffer | undefined): Description[] {
  const pairs = readChildren(readElement(value ?? Buffer.of())?.content ?? Buffer.of());
  return pairs.flatMap(({ content }) => {
    const [method, place] = readChildren(content);
    const url = place?.tag === URI_TAG ? place.content.toString("latin1") : "";
    return method && /^https?:/i.test(url) && url.length <= URL_CHARS_MAX
      ? [{ method: method.content.toString("hex"), url }]
      : [];
  });
}

function urlsOf(access: readonly Description[], method: string): string[] {
  return access.flatMap((one) => (one.method === method ? [one.url] : [])).slice(0, URLS_MAX);
}
