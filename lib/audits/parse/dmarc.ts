import { trimHttp } from "./headers.ts";

const POLICIES = ["none", "quarantine", "reject"] as const;
export type DmarcPolicy = (typeof POLICIES)[number];

export type DmarcRecord = {
  text: string;
  tags: ReadonlyMap<string, string>;
  p: DmarcPolicy | null;
  sp: DmarcPolicy | null;
  np: DmarcPolicy | null;
  /** Whether p, sp and np are each a known word or absent, and p is there (RFC 9989 §4.7). */
  hasValidPolicies: boolean;
  isStrict: { dkim: boolean; spf: boolean };
  psd: "y" | "n" | "u";
  isTesting: boolean;
  /** Addresses for aggregate reports, without the obsolete `!size`. */
  rua: readonly string[];
  /** Tags that RFC 9989 no longer has. */
  removedTags: readonly string[];
  /** What is wrong in the record's syntax, in words. */
  faults: readonly string[];
};

/** Only a record that starts so takes part in discovery; `DMARC1` is case-sensitive (RFC 9989 §4.7). */
export function isDmarcRecord(text: string): boolean {
  return /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text);
}

const TAGS = {
  p: isPolicy,
  sp: isPolicy,
  np: isPolicy,
  adkim: (value: string) => /^[rs]$/i.test(value),
  aspf: (value: string) => /^[rs]$/i.test(value),
  fo: (value: string) => value.split(":").every((option) => /^[01ds]$/i.test(trimHttp(option))),
  psd: (value: string) => /^[ynu]$/i.test(value),
  t: (value: string) => /^[yn]$/i.test(value),
} as const;

export function parseDmarc(text: string): DmarcRecord {
  const tags = new Map<string, string>();
  const faults: string[] = [];
  for (const part of text.split(";").slice(1)) {
    const tag = trimHttp(part);
    if (tag === "") continue;
    const equals = tag.indexOf("=");
    const name = trimHttp(equals < 0 ? tag : tag.slice(0, equals)).toLowerCase();
    const value = equals < 0 ? "" : trimHttp(tag.slice(equals + 1));
    if (equals < 0 || !/^[a-z]+$/.test(name)) faults.push(`"${tag}" is not a tag`);
    else if (tags.has(name)) faults.push(`${name}= is given twice`);
    else if (Object.hasOwn(TAGS, name) && !TAGS[name as keyof typeof TAGS](value))
      faults.push(`${name}=${value} is not valid`);
    if (equals >= 0 && !tags.has(name)) tags.set(name, value);
  }
  const rua = (tags.get("rua") ?? "")
    .split(",")
    .map((uri) => trimHttp(uri).replace(/!\d+[kmgt]?$/i, ""))
    .filter(isMailto);
  if (tags.has("rua") && rua.length === 0) faults.push("rua= holds no mailto: address");
  return {
    text,
    tags,
    p: policyOf(tags.get("p")),
    sp: policyOf(tags.get("sp")),
    np: policyOf(tags.get("np")),
    hasValidPolicies: tags.has("p") && POLICY_TAGS.every((tag) => isPolicy(tags.get(tag) ?? "none")),
    isStrict: { dkim: isS(tags.get("adkim")), spf: isS(tags.get("aspf")) },
    psd: psdOf(tags.get("psd")),
    isTesting: tags.get("t")?.toLowerCase() === "y",
    rua,
    removedTags: ["pct", "rf", "ri"].filter((name) => tags.has(name)),
    faults,
  };
}

const POLICY_TAGS = ["p", "sp", "np"] as const;

function isS(mode: string | undefined): boolean {
  return mode?.toLowerCase() === "s";
}

function isPolicy(value: string): boolean {
  return policyOf(value) !== null;
}

function policyOf(value: string | undefined): DmarcPolicy | null {
  return POLICIES.find((policy) => policy === value?.toLowerCase()) ?? null;
}

function psdOf(value: string | undefined): DmarcRecord["psd"] {
  const word = value?.toLowerCase();
  return word === "y" || word === "n" ? word : "u";
}

function isMailto(uri: string): boolean {
  const at = uri.indexOf("@");
  return /^mailto:/i.test(uri) && at > "mailto:".length && at < uri.length - 1 && !/\s/.test(uri);
}
