/** `%{letter digits r delimiters}`, `%%`, `%_`, `%-`; c, r and t are for `exp` texts only (RFC 7208 §7.2). */
const EXPAND = "%\\{[slodiphv](?:[1-9]\\d{0,2})?r?[-.+,/_=]*\\}|%[%_-]";
const EXPAND_IN_TEXT = "%\\{[slodiphvcrt](?:[1-9]\\d{0,2})?r?[-.+,/_=]*\\}|%[%_-]";
/** One literal at a time, so that there is one way only to read a string: linear. */
const MACRO_STRING = new RegExp(`^(?:[\\x21-\\x24\\x26-\\x7e]|${EXPAND})*$`, "i");
const EXPLAIN_STRING = new RegExp(`^(?:[\\x20-\\x24\\x26-\\x7e]|${EXPAND_IN_TEXT})*$`, "i");
const ENDS_IN_EXPAND = new RegExp(`(?:${EXPAND})$`, "i");

export function isMacroString(text: string): boolean {
  return MACRO_STRING.test(text);
}

/** What an `exp` name may hold: a macro string with spaces, in which c, r and t are allowed too. */
export function isExplainString(text: string): boolean {
  return EXPLAIN_STRING.test(text);
}

/** A domain-spec: a macro string that ends in a macro or in a label that can be a top-level domain. */
export function isDomainSpec(text: string): boolean {
  if (text === "" || !isMacroString(text)) return false;
  return ENDS_IN_EXPAND.test(text) || isQualifiedName(text);
}

/** At least two labels, the last of which can be a top-level domain. */
export function isQualifiedName(text: string): boolean {
  const labels = (text.endsWith(".") ? text.slice(0, -1) : text).split(".");
  const top = labels.at(-1) ?? "";
  return labels.length > 1 && /^[A-Za-z0-9-]+$/.test(top) && !/^-|-$/.test(top) && !/^\d+$/.test(top);
}

export function hasMacro(text: string): boolean {
  return text.includes("%");
}

export type MacroLetter = "s" | "l" | "o" | "d" | "i" | "p" | "h" | "v" | "c" | "r" | "t";

const LITERALS: Readonly<Record<string, string>> = { "%": "%", _: " ", "-": "%20" };

/** A valid macro string with its macros filled in (RFC 7208 §7.3). An upper-case letter asks for URL escapes. */
export function expandMacros(text: string, fill: (letter: MacroLetter) => string): string {
  return text.replace(
    /%(?:\{([a-z])(\d*)(r?)([-.+,/_=]*)\}|([%_-]))/gi,
    (_, letter: string, digits: string, reverse: string, delimiters: string, literal: string | undefined) => {
      if (literal !== undefined) return LITERALS[literal] ?? "";
      const parts = splitAt(fill(letter.toLowerCase() as MacroLetter), delimiters || ".");
      if (reverse !== "") parts.reverse();
      const kept = digits === "" ? parts : parts.slice(-Number(digits));
      const value = kept.join(".");
      return letter === letter.toUpperCase() ? escapeForUrl(value) : value;
    },
  );
}

function splitAt(value: string, delimiters: string): string[] {
  const parts = [""];
  for (const char of value) {
    if (delimiters.includes(char)) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function escapeForUrl(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
