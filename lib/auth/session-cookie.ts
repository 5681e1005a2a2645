/** With https the name's prefix makes browsers insist on Secure, Path=/ and no Domain. */
export function sessionCookie(baseUrl: string) {
  const secure = baseUrl.startsWith("https://");
  return {
    name: secure ? "__Host-launch-ready.session" : "launch-ready.session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}
