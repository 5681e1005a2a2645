/** A byte order mark wins over the declared encoding (WHATWG Encoding, "decode"); unknown ones are read as UTF-8. */
export function decodeText(body: Buffer, contentType: string): string {
  const declared = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? "utf-8";
  const marked =
    body[0] === 0xff && body[1] === 0xfe ? "utf-16le" : body[0] === 0xfe && body[1] === 0xff ? "utf-16be" : declared;
  try {
    return new TextDecoder(marked).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
