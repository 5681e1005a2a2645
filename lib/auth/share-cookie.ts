/** Holds the ticket of one link, and goes to that link's addresses only. */
export function shareCookie(baseUrl: string, token: string) {
  const secure = baseUrl.startsWith("https://");
  return {
    name: secure ? "__Secure-launch-ready.share" : "launch-ready.share",
    options: { httpOnly: true, sameSite: "strict" as const, path: `/share/${encodeURIComponent(token)}`, secure },
  };
}
