/** Digest algorithms that browsers check, with the length of their digests in bytes (SRI §3.2). */
const BYTES = new Map([
  ["sha256", 32],
  ["sha384", 48],
  ["sha512", 64],
]);
/** `sha384-…`, base64 or base64url, with options after a question mark (SRI §3.5). */
const HASH = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(?:\?[\x21-\x7e]*)?$/i;

/** `none`: nothing that a browser knows, so it checks nothing. `impossible`: no file can ever match. */
export type Integrity = "ok" | "none" | "impossible";

/** How a browser takes an integrity attribute: of the strongest algorithm in it, any hash may match. */
export function readIntegrity(text: string): Integrity {
  const hashes = text.split(/[\t\n\f\r ]+/).flatMap((word) => {
    const [, algorithm = "", digest = ""] = HASH.exec(word) ?? [];
    const wanted = BYTES.get(algorithm.toLowerCase());
    return wanted === undefined ? [] : [{ wanted, bytes: bytesOf(digest) }];
  });
  const strongest = Math.max(...hashes.map(({ wanted }) => wanted));
  const counted = hashes.filter(({ wanted }) => wanted === strongest);
  if (counted.length === 0) return "none";
  return counted.some(({ wanted, bytes }) => bytes === wanted) ? "ok" : "impossible";
}

function bytesOf(base64: string): number {
  return Math.floor((base64.replace(/=+$/, "").length * 3) / 4);
}
