/**
 * A Set-Cookie line with an asterisk for each octet of the value, which is a secret of whoever asked: what is judged is its
 * name, its attributes and its length. Of a line without `=`, all before the attributes is value (RFC 6265bis §5.6).
 */
export function withoutCookieValue(line: string): string {
  const { name, value, attributes } = split(line);
  return `${name}${"*".repeat(Buffer.byteLength(value.trim()))}${attributes}`;
}

/** Empty where the cookie has none. */
export function cookieName(line: string): string {
  return split(line).name.slice(0, -1).trim();
}

/** `name` with its `=`, `attributes` with their `;`. */
function split(line: string): { name: string; value: string; attributes: string } {
  const end = line.indexOf(";");
  const pair = end === -1 ? line : line.slice(0, end);
  const nameEnd = pair.indexOf("=") + 1;
  return { name: pair.slice(0, nameEnd), value: pair.slice(nameEnd), attributes: line.slice(pair.length) };
}
