import { inflateSync } from "node:zlib";

/** A stream of an indirect object: what stands between `obj` and its data, and how long the data is. */
const STREAM = /\bobj\b((?:(?!endobj)[\s\S]){0,600}?)stream\r?\n/g;

/** The bytes of a PDF as text with every compressed stream opened, so that nothing can hide in one. */
export function pdfText(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString("latin1");
  const opened: string[] = [];
  let end = 0;
  for (const match of raw.matchAll(STREAM)) {
    if (match.index < end) continue;
    const [start, length] = [match.index + match[0].length, Number(/\/Length (\d+)/.exec(match[1] ?? "")?.[1])];
    end = start + length;
    if (
      !raw.startsWith("endstream", end) &&
      !raw
        .slice(end, end + 11)
        .trimStart()
        .startsWith("endstream")
    ) {
      throw new Error(`The stream at ${start} is not ${length} bytes long.`);
    }
    if (match[1]?.includes("FlateDecode")) opened.push(inflateSync(pdf.subarray(start, end)).toString("latin1"));
  }
  return [raw, ...opened].join("\n");
}

/** Where the links of an opened PDF lead. */
export function pdfUris(text: string): string[] {
  return [...text.matchAll(/\/URI\s*\(((?:\\.|[^\\)])*)\)/g)].map((match) => match[1] ?? "");
}
