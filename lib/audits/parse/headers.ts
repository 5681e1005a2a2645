/** Header lines in wire order, names lower case. */
export type HeaderLines = readonly (readonly [string, string])[];

/** Every value of one header, in wire order. */
export function headerValues(headers: HeaderLines, name: string): string[] {
  return headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
}

/** "Get, decode, and split" without quoted strings, for headers whose values are plain tokens (Fetch §2.2.2). */
export function headerTokens(headers: HeaderLines, name: string): string[] {
  return headerValues(headers, name).flatMap((value) => value.split(",").map(trimHttp));
}

/** Trims HTTP whitespace only: other invisible characters are part of the value. */
export function trimHttp(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isHttpSpace(text.charCodeAt(start))) start++;
  while (end > start && isHttpSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isHttpSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
