/** Longest word, in characters, that a column of the pages holds for certain; and one of the narrow columns. */
const WORD_MAX = 34;
const NARROW_WORD_MAX = 14;
/** Texts that stand in narrow columns. */
const NARROW = new Set([
  ...[
    "owner",
    "owners",
    "people",
    "source",
    "state",
    "kind",
    "provider",
    "name",
    "contact",
    "who",
    "startedBy",
    "rule",
  ],
  ...["place", "generatedBy", "tested", "client", "title", "term"],
]);
/** Characters that stay together when a word is broken. */
const PIECE = 3;

/** What the template takes: a text, or its pieces where a word is too long and may break between them. */
type Breakable = string | string[];

/** Characters from which a row of a table may be taller than a page, so that it has to break. */
const ROW_MAX = 700;

/** The pack's view for the pages: words that no column holds come in pieces, and rows say whether they may break. */
export function pdfView(view: unknown): unknown {
  return broken(view, "");
}

/** Characters seen so far; only what is added counts. */
let printed = 0;

function broken(value: unknown, field: string): unknown {
  if (typeof value === "string") printed += value.length;
  if (typeof value === "string") return piecesOf(value, NARROW.has(field) ? NARROW_WORD_MAX : WORD_MAX);
  if (Array.isArray(value)) return value.map((item) => broken(item, field));
  if (value === null || typeof value !== "object") return value;
  const before = printed;
  const entries = Object.entries(value).map(([key, inner]) => [key, WHOLE.has(key) ? inner : broken(inner, key)]);
  return { ...Object.fromEntries(entries), isLong: printed - before > ROW_MAX };
}

/** Read by the template itself, never printed. */
const WHOLE = new Set([
  "accent",
  "moment",
  "paper",
  "language",
  "link",
  "tone",
  "tones",
  "shape",
  "id",
  "line",
  "parts",
]);

const LONG = { [WORD_MAX]: /\S{35}/, [NARROW_WORD_MAX]: /\S{15}/ } as const;

function piecesOf(text: string, max: keyof typeof LONG): Breakable {
  if (text.length <= max || !LONG[max].test(text)) return text;
  const pieces: string[] = [""];
  for (const word of text.split(/(?<= )/)) {
    if (word.length <= max) pieces.push(`${pieces.pop() ?? ""}${word}`);
    else pieces.push(...cut(word));
  }
  return pieces.filter((piece) => piece !== "");
}

/** Never within what is one character to the reader. */
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

function cut(word: string): string[] {
  const characters = Array.from(GRAPHEMES.segment(word), ({ segment }) => segment);
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += PIECE) pieces.push(characters.slice(at, at + PIECE).join(""));
  return pieces;
}
