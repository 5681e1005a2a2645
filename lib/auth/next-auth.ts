import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "#lib/env.ts";
import { forLog, knownError } from "#lib/known-error.ts";
import { signOut } from "#lib/users/sign-out.ts";
import { clientAddress } from "./client-address.ts";
import { safePath } from "./safe-path.ts";
import { sessionCookie } from "./session-cookie.ts";
import { SESSION_SECONDS_MAX } from "./session-lifetime.ts";
import { type SessionClaims, toJwt } from "./session-token.ts";
import { signIn } from "./sign-in.ts";
import { visitorCtx } from "./visitor.ts";

type Headers = Record<string, string | undefined>;

/** Made on first use: a build has no environment. */
export function authOptions(): NextAuthOptions {
  const { AUTH_SECRET, BASE_URL } = env();
  const cookie = sessionCookie(BASE_URL);
  return {
    secret: AUTH_SECRET,
    useSecureCookies: cookie.options.secure,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS_MAX },
    cookies: { sessionToken: cookie },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          const headers = (request.headers ?? {}) as Headers;
          return claimsOf(credentials, headers);
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? toJwt(user as unknown as SessionClaims) : token),
      // Pages ask getSession(); the endpoint tells no more than when the cookie ends.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => redirectTarget(url, baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string") await signOut({ ctx: visitorCtx(), input: { session: token.sid } });
      },
    },
  };
}

/** next-auth shows the message of what is thrown in the address of the sign-in page; null is "wrong credentials". */
async function claimsOf(credentials: { email?: string; password?: string } | undefined, headers: Headers) {
  const input = {
    email: credentials?.email ?? "",
    password: credentials?.password ?? "",
    address: clientAddress(headers["x-forwarded-for"]),
    userAgent: headers["user-agent"] ?? "",
  };
  try {
    const claims = await signIn({ ctx: visitorCtx(), input });
    return { id: claims.userId, ...claims };
  } catch (error) {
    const known = knownError(error);
    if (known?.code === "throttled") throw new Error("Throttled");
    if (known) return null;
    console.error(JSON.stringify({ level: "error", error: forLog(error) }));
    throw new Error("Internal");
  }
}

/** Only into this app, whatever `callbackUrl` says. */
export function redirectTarget(url: string, baseUrl: string): string {
  const isOwn = URL.canParse(url) && new URL(url).origin === new URL(baseUrl).origin;
  const path = isOwn ? url.slice(new URL(url).origin.length) || "/" : url;
  return new URL(safePath(path), baseUrl).href;
}
