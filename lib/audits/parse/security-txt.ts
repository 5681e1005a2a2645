import { trimHttp } from "./headers.ts";

export type SecurityTxt = { field(name: string): readonly string[]; badLines: readonly string[] };

const ARMOR = "-----BEGIN PGP SIGNED MESSAGE-----";
const SIGNATURE = "-----BEGIN PGP SIGNATURE-----";

/** Fields by RFC 9116 §2 and §4, with the cleartext signature's wrapping taken off. */
export function parseSecurityTxt(text: string): SecurityTxt {
  const fields = new Map<string, string[]>();
  const badLines: string[] = [];
  for (const raw of unwrap(text.replace(/^\uFEFF/, "").split(/\r?\n/))) {
    const line = trimHttp(raw);
    if (line === "" || line.startsWith("#")) continue;
    const match = /^([A-Za-z0-9-]+):[ \t]*(\S.*)$/.exec(line);
    if (!match) {
      badLines.push(line);
      continue;
    }
    const name = (match[1] ?? "").toLowerCase();
    fields.set(name, [...(fields.get(name) ?? []), match[2] ?? ""]);
  }
  return { field: (name) => fields.get(name) ?? [], badLines };
}

function unwrap(lines: readonly string[]): readonly string[] {
  if (lines[0] !== ARMOR) return lines;
  const bodyStart = lines.indexOf("") + 1;
  const signature = lines.indexOf(SIGNATURE);
  return lines.slice(bodyStart, signature < 0 ? undefined : signature).map((line) => line.replace(/^- /, ""));
}

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an RFC 3339 date-time, or `null`. */
export function parseInternetDate(text: string): number | null {
  const match = RFC3339.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  const time = Date.parse(text.toUpperCase());
  return Number.isNaN(time) || (day ?? 0) > lastDay ? null : time;
}
