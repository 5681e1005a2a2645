/** One ASN.1 element (X.690): its tag, its content, and where the next one begins. */
export type Element = { tag: number; content: Buffer; end: number };

const CHILDREN_MAX = 200;

/** The element at an offset; `null` where the bytes hold none. Only definite lengths of up to four octets, as DER asks. */
export function readElement(bytes: Buffer, at = 0): Element | null {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  const octets = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || octets > 4 || at + 2 + octets > bytes.length) return null;
  const start = at + 2 + octets;
  const end = start + (octets === 0 ? first : bytes.readUIntBE(at + 2, octets));
  return end <= bytes.length ? { tag, content: bytes.subarray(start, end), end } : null;
}

/** The elements inside a constructed one, up to the first that cannot be read. */
export function readChildren(content: Buffer): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < content.length && found.length < CHILDREN_MAX; ) {
    const child = readElement(content, at);
    if (!child) break;
    found.push(child);
    at = child.end;
  }
  return found;
}
