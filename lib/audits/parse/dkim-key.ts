import { rsaBits } from "./rsa-key.ts";

export type DkimKey =
  /** No key at all: another text, as a wildcard record gives for every name. */
  | { state: "none" }
  | { state: "revoked" }
  | { state: "broken"; why: string }
  | { state: "short"; bits: number }
  | { state: "found"; kind: "rsa" | "ed25519"; bits: number; isTesting: boolean };

/** RFC 8301 §3.2: shorter keys must not be accepted. */
const RSA_BITS_MIN = 1024;
const ED25519_BYTES = 32;

const broken = (why: string): DkimKey => ({ state: "broken", why });

/** A key record as a verifier reads it (RFC 6376 §3.6.1, RFC 8301, RFC 8463). */
export function readDkimKey(text: string): DkimKey {
  const parts = text.split(";").map((part) => part.trim());
  const pairs = parts.filter((part) => part !== "").map(splitTag);
  const tags = new Map<string, string>();
  for (const [name, value] of pairs) if (!tags.has(name)) tags.set(name, value);
  const version = tags.get("v");
  if (version === undefined ? !tags.has("p") && !tags.has("k") : !/^DKIM/i.test(version)) return { state: "none" };
  if (tags.size < pairs.length) return broken("a tag is given twice");
  if (pairs.some(([name]) => !/^[A-Za-z]\w*$/.test(name))) return broken("it is not a list of tags");
  if (version !== undefined && version !== "DKIM1") return broken(`the version is ${version}, not DKIM1`);
  if (version !== undefined && pairs[0]?.[0] !== "v") return broken("v= does not come first");
  const listed = (name: string) =>
    tags
      .get(name)
      ?.split(":")
      .map((word) => word.trim().toLowerCase());
  const hashes = listed("h");
  if (hashes && !hashes.includes("sha256")) return broken("h= allows only SHA-1, which verifiers refuse");
  const services = listed("s");
  if (services && !services.includes("*") && !services.includes("email")) return broken("s= does not allow e-mail");
  return readKey(tags, listed("t")?.includes("y") ?? false);
}

function readKey(tags: ReadonlyMap<string, string>, isTesting: boolean): DkimKey {
  const p = tags.get("p");
  if (p === undefined) return broken("p= is missing");
  const base64 = p.replace(/\s/g, "");
  if (base64 === "") return { state: "revoked" };
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return broken("p= is not base64");
  const key = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const kind = (tags.get("k") ?? "rsa").toLowerCase();
  if (kind === "ed25519") {
    if (key.length !== ED25519_BYTES) return broken(`an Ed25519 key has 32 bytes, this one ${key.length}`);
    return { state: "found", kind, bits: 8 * ED25519_BYTES, isTesting };
  }
  if (kind !== "rsa") return broken(`the key type ${kind} is unknown`);
  const bits = rsaBits(key);
  if (bits === null) return broken("p= is no RSA key");
  return bits < RSA_BITS_MIN ? { state: "short", bits } : { state: "found", kind, bits, isTesting };
}

function splitTag(part: string): [name: string, value: string] {
  const equals = part.indexOf("=");
  return equals < 0 ? [part, ""] : [part.slice(0, equals).trim(), part.slice(equals + 1).trim()];
}
