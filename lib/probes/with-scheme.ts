/** The same address under the other scheme: default ports change with it, explicit ones stay (RFC 6797 §8.3). */
export function withScheme(url: URL, protocol: "http:" | "https:"): URL {
  const twin = new URL(url);
  twin.protocol = protocol;
  return twin;
}
