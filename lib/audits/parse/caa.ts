export type CaaRecord = { critical: boolean; tag: string; value: string };

/** RFC 8659 §4, RFC 9495 (issuemail), the CA/B Forum's contact tags and BIMI's issuevmc. */
export const KNOWN_CAA_TAGS: ReadonlySet<string> = new Set([
  "issue",
  "issuewild",
  "iodef",
  "issuemail",
  "issuevmc",
  "contactemail",
  "contactphone",
]);

/** One CAA record in presentation form, `0 issue "ca.example"`; `null` when it is not one. */
export function parseCaa(record: string): CaaRecord | null {
  const match = /^\s*(\d{1,3})\s+([A-Za-z0-9]{1,255})\s+(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))\s*$/s.exec(record);
  if (!match || Number(match[1]) > 255) return null;
  const value = match[3]?.replaceAll(/\\(.)/gs, "$1") ?? match[4] ?? "";
  return { critical: (Number(match[1]) & 128) !== 0, tag: (match[2] ?? "").toLowerCase(), value };
}

/** Linear by hand-off: the value is split first, each label and parameter is then matched alone. */
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
const PARAMETER = /^[A-Za-z0-9][A-Za-z0-9-]*[ \t]*=[ \t]*[\x21-\x3a\x3c-\x7e]*$/;

/** RFC 8657 §3 and §4: what two known parameters must hold; authorities take another value for one that nobody meets. */
const KNOWN_PARAMETERS: Readonly<Record<string, (value: string) => boolean>> = {
  accounturi: (value) => URL.canParse(value),
  validationmethods: (value) => value.split(",").every((method) => LABEL.test(method)),
};

/** The CA that an issue value names, `""` for "none may"; `null` when malformed, which forbids issuance too. */
export function parseIssuer(value: string): string | null {
  const [domain = "", ...parameters] = value.split(";").map((part) => part.trim());
  const isDomain = domain === "" || domain.split(".").every((label) => LABEL.test(label));
  const areParameters = parameters.every((parameter) => parameter === "" || isParameter(parameter));
  return isDomain && areParameters ? domain.toLowerCase() : null;
}

function isParameter(text: string): boolean {
  if (!PARAMETER.test(text)) return false;
  const [name = "", value = ""] = [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)];
  const known = name.trim().toLowerCase();
  return !Object.hasOwn(KNOWN_PARAMETERS, known) || KNOWN_PARAMETERS[known]?.(value.trim()) === true;
}

/** RFC 8659 §4.4: a mail address or a web service to report to. */
export function isReportAddress(value: string): boolean {
  const url = URL.parse(value);
  if (url === null) return false;
  return url.protocol === "mailto:" ? url.pathname.includes("@") : /^https?:$/.test(url.protocol);
}
