/** The code points that a TrueType or OpenType font has a glyph for (its `cmap`, formats 4 and 12). */
export function fontCoverage(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, "cmap");
  const covered = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const table = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const read = READERS[view.getUint16(table)];
    read?.(view, table, covered);
  }
  return covered;
}

function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

type Reader = (view: DataView, table: number, covered: Set<number>) => void;

const readSegments: Reader = (view, table, covered) => {
  const length = view.getUint16(table + 6);
  const [ends, starts] = [table + 14, table + 16 + length];
  const [deltas, offsets] = [starts + length, starts + 2 * length];
  for (let at = 0; at < length; at += 2) {
    const [start, end] = [view.getUint16(starts + at), view.getUint16(ends + at)];
    const [delta, offset] = [view.getUint16(deltas + at), view.getUint16(offsets + at)];
    for (let code = start; code <= end && code < 0xffff; code++) {
      const raw = offset === 0 ? code : view.getUint16(offsets + at + offset + 2 * (code - start));
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
};

const readGroups: Reader = (view, table, covered) => {
  for (let group = 0; group < view.getUint32(table + 12); group++) {
    const record = table + 16 + group * 12;
    const [start, end, glyph] = [view.getUint32(record), view.getUint32(record + 4), view.getUint32(record + 8)];
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) covered.add(code);
  }
};

const READERS: Record<number, Reader> = { 4: readSegments, 12: readGroups };
