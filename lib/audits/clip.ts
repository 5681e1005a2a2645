const VALUE_MAX = 1024;
const LABEL_MAX = 120;
const FACT_MAX = 200;

/** Controls, bidi and other invisible format characters, lone surrogates, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** Starts only at `://` and stops at the next delimiter, so it stays linear on hostile text. */
const USERINFO = /:\/\/[^\s/?#"'<>]*@/g;
const SECRET_PARAMETER =
  /([?&#;](?:[\w.-]{0,40}(?:token|secret|passw|api_?key|auth|session|signature|jwt|sig|code))[\w.-]{0,40}=)[^&#\s"'<>]+/gi;

/** Makes text of the target safe to store and show: no credentials, nothing invisible, at most `max` characters. */
export function clip(text: string, max = VALUE_MAX): string {
  // What lies far behind the limit cannot appear; cutting first bounds the work on huge values.
  const bounded = text.length > max * 16 ? text.slice(0, max * 16) : text;
  const visible = withoutSecrets(bounded).replace(UNSEEN, escapeCharacter);
  if (visible.length <= max) return visible;
  const cut = visible.slice(0, max - 1);
  return `${endsInHalfPair(cut) ? cut.slice(0, -1) : cut}…`;
}

export const clipLabel = (text: string): string => clip(text, LABEL_MAX);
export const clipFact = (text: string): string => clip(text, FACT_MAX);

function withoutSecrets(text: string): string {
  return text.replace(USERINFO, "://").replace(SECRET_PARAMETER, "$1[hidden]");
}

function escapeCharacter(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function endsInHalfPair(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}
