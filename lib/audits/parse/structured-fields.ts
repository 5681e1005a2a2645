/** Structured fields (RFC 9651). What a parser must refuse is `null` here: a client then ignores the whole field. */

export type BareItem =
  | { type: "integer" | "decimal" | "date"; value: number }
  | { type: "string" | "token" | "bytes" | "display"; value: string }
  | { type: "boolean"; value: boolean };
export type Parameters = ReadonlyMap<string, BareItem>;
export type Item = { kind: "item"; value: BareItem; parameters: Parameters };
export type InnerList = { kind: "list"; items: Item[]; parameters: Parameters };
export type Dictionary = ReadonlyMap<string, Item | InnerList>;

const CHARS_MAX = 65_536;
const KEY = /[a-z*][a-z0-9_.*-]*/y;
const SPACES = / */y;
/** Optional white space (RFC 9110 §5.6.3). */
const OWS = /[ \t]*/y;

/** How each kind of bare item looks (§4.2.4–4.2.10), and what it stands for. */
const BARE: readonly (readonly [shape: RegExp, read: (text: string) => BareItem])[] = [
  [/-?\d{1,12}\.\d{1,3}(?![\d.])/y, (text) => ({ type: "decimal", value: Number(text) })],
  [/-?\d{1,15}(?![\d.])/y, (text) => ({ type: "integer", value: Number(text) })],
  [
    /"(?:[ !\x23-\x5b\x5d-\x7e]|\\["\\])*"/y,
    (text) => ({ type: "string", value: text.slice(1, -1).replace(/\\(["\\])/g, "$1") }),
  ],
  [/[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*/y, (text) => ({ type: "token", value: text })],
  [/:[A-Za-z0-9+/]*={0,2}:/y, (text) => ({ type: "bytes", value: text.slice(1, -1) })],
  [/\?[01]/y, (text) => ({ type: "boolean", value: text === "?1" })],
  [/@-?\d{1,15}(?![\d.])/y, (text) => ({ type: "date", value: Number(text.slice(1)) })],
  [/%"(?:[ !#$&-~]|%[0-9a-f]{2})*"/y, (text) => ({ type: "display", value: text.slice(2, -1) })],
];

type Reader = {
  /** The text that the shape matches here, which is then behind; `undefined`: it does not. */
  take(shape: RegExp): string | undefined;
  isAt(character: string): boolean;
  isDone(): boolean;
};

function readerOf(text: string): Reader {
  let at = 0;
  return {
    take(shape) {
      shape.lastIndex = at;
      const found = shape.exec(text)?.[0];
      at += found?.length ?? 0;
      return found;
    },
    isAt: (character) => text[at] === character,
    isDone: () => at === text.length,
  };
}

/** §4.2.2. Of a repeated key the last value counts. Several header lines are one text, joined by commas. */
export function parseDictionary(text: string): Dictionary | null {
  return wholeOf(text, (reader) => {
    const members = new Map<string, Item | InnerList>();
    while (!reader.isDone()) {
      const key = reader.take(KEY);
      if (key === undefined) return null;
      const member = reader.take(/=/y) ? readMember(reader) : readFlag(reader);
      if (!member) return null;
      members.delete(key);
      members.set(key, member);
      reader.take(OWS);
      if (reader.isDone()) break;
      if (!reader.take(/,/y)) return null;
      reader.take(OWS);
      if (reader.isDone()) return null;
    }
    return members;
  });
}

/** §4.2.3. */
export function parseItem(text: string): Item | null {
  return wholeOf(text, readItem);
}

function wholeOf<T>(text: string, read: (reader: Reader) => T | null): T | null {
  if (text.length > CHARS_MAX) return null;
  const reader = readerOf(text);
  reader.take(SPACES);
  const value = read(reader);
  reader.take(SPACES);
  return reader.isDone() ? value : null;
}

function readMember(reader: Reader): Item | InnerList | null {
  return reader.isAt("(") ? readInnerList(reader) : readItem(reader);
}

/** A key without a value is true. */
function readFlag(reader: Reader): Item | null {
  const parameters = readParameters(reader);
  return parameters && { kind: "item", value: { type: "boolean", value: true }, parameters };
}

function readInnerList(reader: Reader): InnerList | null {
  reader.take(/\(/y);
  const items: Item[] = [];
  for (;;) {
    reader.take(SPACES);
    if (reader.take(/\)/y)) break;
    const item = readItem(reader);
    if (!item || !(reader.isAt(" ") || reader.isAt(")"))) return null;
    items.push(item);
  }
  const parameters = readParameters(reader);
  return parameters && { kind: "list", items, parameters };
}

function readItem(reader: Reader): Item | null {
  const value = readBare(reader);
  const parameters = value && readParameters(reader);
  return value && parameters && { kind: "item", value, parameters };
}

function readBare(reader: Reader): BareItem | null {
  for (const [shape, read] of BARE) {
    const text = reader.take(shape);
    if (text !== undefined) return read(text);
  }
  return null;
}

function readParameters(reader: Reader): Parameters | null {
  const parameters = new Map<string, BareItem>();
  while (reader.take(/;/y)) {
    reader.take(SPACES);
    const key = reader.take(KEY);
    if (key === undefined) return null;
    const value: BareItem | null = reader.take(/=/y) ? readBare(reader) : { type: "boolean", value: true };
    if (!value) return null;
    parameters.set(key, value);
  }
  return parameters;
}
