/** What a style sheet makes a browser load, as it is written there. */
export type CssUrl = { kind: "style" | "font" | "image"; url: string };

/** With room beyond for what is plain, so that a long sheet cannot hide it. */
const FOUND_MAX = 200;
const PLAIN_MAX = 100;
const URL_CHARS_MAX = 8192;
const DEPTH_MAX = 200;
/** Functions whose bare strings are addresses (CSS Images 4 §2.4, CSS Values 4 §4.5). */
const TAKE_STRINGS: ReadonlySet<string> = new Set(["image-set", "-webkit-image-set", "src", "image"]);
/** At-rules whose `url()` names something and loads nothing (CSS Namespaces 3, CSS Conditional). */
const NAMES_ONLY: ReadonlySet<string> = new Set(["namespace", "document", "-moz-document"]);
const isSpace = (char: string | undefined) => char !== undefined && /[ \t\n\r\f]/.test(char);
const isNewline = (char: string | undefined) => char === "\n" || char === "\r" || char === "\f";
const isName = (char: string | undefined) => char !== undefined && /[a-zA-Z0-9_-]|[^\0-\x7f]/.test(char);
const isHex = (char: string | undefined) => char !== undefined && /[0-9a-fA-F]/.test(char);

/**
 * The addresses in a style sheet, by the tokenizer of CSS Syntax 3 §4.3: comments and strings hide what is in them,
 * escapes are taken off. One pass, so its time grows with the text alone.
 */
export function cssUrls(css: string): CssUrl[] {
  const found: CssUrl[] = [];
  const open: string[] = [];
  let at = 0;
  let rule = "";
  let fontDepth: number | null = null;

  function note(url: string): void {
    const address = url.trim();
    if (NAMES_ONLY.has(rule) || address === "" || address.startsWith("#") || address.length > URL_CHARS_MAX) return;
    const kind = rule === "import" ? "style" : fontDepth === null ? "image" : "font";
    const room = /^http:/i.test(address) ? FOUND_MAX + PLAIN_MAX : FOUND_MAX;
    if (found.length < room) found.push({ kind, url: address });
  }
  /** §4.3.7; `at` stands behind the backslash. */
  function escaped(): string {
    let hex = "";
    while (hex.length < 6 && isHex(css[at])) hex += css[at++];
    if (hex === "") return css[at] === undefined ? "\ufffd" : (css[at++] ?? "");
    if (css[at] === "\r" && css[at + 1] === "\n") at += 2;
    else if (isSpace(css[at])) at += 1;
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\ufffd" : String.fromCodePoint(code);
  }
  const startsEscape = () => css[at] === "\\" && !isNewline(css[at + 1]);
  function name(): string {
    let text = "";
    for (;;) {
      if (isName(css[at])) text += css[at++];
      else if (startsEscape()) {
        at += 1;
        text += escaped();
      } else return text;
    }
  }
  /** §4.3.5; `null` for one that a line break ends, which is no string. */
  function string(quote: string): string | null {
    let text = "";
    while (at < css.length) {
      const char = css[at] ?? "";
      if (isNewline(char)) return null;
      at += 1;
      if (char === quote) return text;
      if (char !== "\\") text += char;
      else if (css[at] === "\r" && css[at + 1] === "\n") at += 2;
      else if (isNewline(css[at])) at += 1;
      else if (at < css.length) text += escaped();
    }
    return text;
  }
  /** §4.3.6; `at` stands behind `url(` and white space. */
  function bareUrl(): void {
    let text = "";
    let isBad = false;
    while (at < css.length && css[at] !== ")") {
      const char = css[at] ?? "";
      if (startsEscape()) {
        at += 1;
        text += escaped();
        continue;
      }
      at += 1;
      if (/["'(\\]/.test(char)) isBad = true;
      if (!isSpace(char)) text += char;
      else {
        while (isSpace(css[at])) at += 1;
        if (at < css.length && css[at] !== ")") isBad = true;
      }
    }
    at += 1;
    if (!isBad) note(text);
  }
  function word(): void {
    const text = name().toLowerCase();
    if (css[at] !== "(") return;
    at += 1;
    if (text === "url") {
      while (isSpace(css[at])) at += 1;
      if (css[at] !== '"' && css[at] !== "'") {
        bareUrl();
        return;
      }
    }
    if (open.length < DEPTH_MAX) open.push(text);
  }
  function punctuation(char: string): void {
    at += 1;
    if (char === "(" || char === "{" || char === "[") {
      if (char === "{" && rule === "font-face") fontDepth ??= open.length;
      if (char === "{") rule = "";
      if (open.length < DEPTH_MAX) open.push(char);
    } else if (char === ")" || char === "}" || char === "]") {
      open.pop();
      if (char === "}") rule = "";
      if (fontDepth !== null && open.length <= fontDepth) fontDepth = null;
    } else if (char === ";") rule = "";
  }

  while (at < css.length) {
    const char = css[at] ?? "";
    if (char === "/" && css[at + 1] === "*") {
      const end = css.indexOf("*/", at + 2);
      at = end === -1 ? css.length : end + 2;
    } else if (char === '"' || char === "'") {
      at += 1;
      const text = string(char);
      const inside = open.at(-1) ?? "";
      const isAddress = inside === "url" || TAKE_STRINGS.has(inside) || (rule === "import" && open.length === 0);
      if (text !== null && isAddress) note(text);
    } else if (char === "@") {
      at += 1;
      rule = name().toLowerCase();
    } else if (isName(char) || startsEscape()) word();
    else punctuation(char);
  }
  return found;
}
