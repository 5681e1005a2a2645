const MODES = ["enforce", "testing", "none"] as const;
export type MtaStsMode = (typeof MODES)[number];
export type MtaStsPolicy =
  | { ok: true; mode: MtaStsMode; maxAge: number; mx: readonly string[] }
  | { ok: false; why: string };

/** RFC 8461 §3.2: about one year. */
const MAX_AGE_MAX = 31_557_600;
const LINES_MAX = 500;

/** Other TXT records are left aside (RFC 8461 §3.1). */
export function isMtaStsRecord(text: string): boolean {
  return /^v=STSv1[ \t]*(?:;|$)/.test(text);
}

/** The id of a record, or what is wrong with it. */
export function readMtaStsId(text: string): { ok: true; id: string } | { ok: false; why: string } {
  const ids = text
    .split(";")
    .slice(1)
    .flatMap((field) => /^[ \t]*id[ \t]*=(.*)$/.exec(field)?.[1]?.trim() ?? []);
  const [id, ...more] = ids;
  if (id === undefined) return { ok: false, why: "id= is missing" };
  if (more.length > 0) return { ok: false, why: "id= is given twice" };
  if (!/^[A-Za-z0-9]{1,32}$/.test(id))
    return { ok: false, why: "id= may hold 1 to 32 letters and digits, nothing else" };
  return { ok: true, id };
}

/** RFC 8461 §3.2. Of a key given twice the first counts, but for `mx`. */
export function parseMtaStsPolicy(text: string): MtaStsPolicy {
  const bad = (why: string) => ({ ok: false, why }) as const;
  const fields = new Map<string, string>();
  const mx: string[] = [];
  for (const line of text.split(/\r?\n/, LINES_MAX)) {
    if (line.trim() === "") continue;
    const colon = line.indexOf(":");
    const [key, value] = [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    if (colon < 1 || !/^[A-Za-z0-9][\w.-]*$/.test(key)) return bad("a line is not of the form key: value");
    if (key === "mx") mx.push(value.toLowerCase().replace(/\.$/, ""));
    else if (!fields.has(key)) fields.set(key, value);
  }
  if (fields.get("version") !== "STSv1") return bad("version: STSv1 is missing");
  const mode = MODES.find((known) => known === fields.get("mode"));
  if (!mode) return bad("mode: is neither enforce, testing nor none");
  const age = fields.get("max_age") ?? "";
  if (!/^\d{1,10}$/.test(age) || Number(age) > MAX_AGE_MAX) {
    return bad(`max_age: is not a number of seconds up to ${MAX_AGE_MAX}`);
  }
  if (mode !== "none" && mx.length === 0) return bad("mx: is missing");
  const wrong = mx.find((pattern) => !/^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(pattern));
  return wrong === undefined ? { ok: true, mode, maxAge: Number(age), mx } : bad(`mx: ${wrong} is not a host name`);
}

/** A wildcard stands for exactly one label (RFC 8461 §4.1). */
export function isListedMx(host: string, patterns: readonly string[]): boolean {
  const above = host.slice(host.indexOf(".") + 1);
  return patterns.some((pattern) => pattern === host || pattern === `*.${above}`);
}
