/**
 * Whether a browser says that one of our own pages (or the person themself) sent the request. Ask it before anything
 * that changes something on the strength of a cookie. Saying nothing at all is a no.
 */
export function isSameOrigin(headers: Pick<Headers, "get">, baseUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin === "null") return false;
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return true;
  return origin !== null && origin === new URL(baseUrl).origin;
}
