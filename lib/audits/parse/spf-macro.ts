/** `%{letter digits r delimiters}`, `%%`, `%_`, `%-`; c, r and t are for `exp` texts only (RFC 7208 §7.2). */
const EXPAND = "%\\{[slodiphv](?:[1-9]\\d{0,2})?r?[-.+,/_=]*\\}|%[%_-]";
/** One literal at a time, so that there is one way only to read a string: linear. */
const MACRO_STRING = new RegExp(`^(?:[\\x21-\\x24\\x26-\\x7e]|${EXPAND})*$`, "i");
const ENDS_IN_EXPAND = new RegExp(`(?:${EXPAND})$`, "i");

export function isMacroString(text: string): boolean {
  return MACRO_STRING.test(text);
}

/** A domain-spec: a macro string that ends in a macro or in a label that can be a top-level domain. */
export function isDomainSpec(text: string): boolean {
  if (text === "" || !isMacroString(text)) return false;
  if (ENDS_IN_EXPAND.test(text)) return true;
  const labels = (text.endsWith(".") ? text.slice(0, -1) : text).split(".");
  const top = labels.at(-1) ?? "";
  return labels.length > 1 && /^[A-Za-z0-9-]+$/.test(top) && !/^-|-$/.test(top) && !/^\d+$/.test(top);
}
