import "server-only";
import { cookies, headers } from "next/headers";
import { clientAddress } from "#lib/auth/client-address.ts";
import { sessionCookie } from "#lib/auth/session-cookie.ts";
import { encodeSessionToken } from "#lib/auth/session-token.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { visitorCtx } from "#lib/auth/visitor.ts";
import { env } from "#lib/env.ts";

/** Signs in and gives this browser its cookie. @throws AppError unauthenticated, or throttled */
export async function openSession(email: string, password: string): Promise<void> {
  const { AUTH_SECRET, BASE_URL } = env();
  const given = await headers();
  const address = clientAddress(given.get("x-forwarded-for"));
  const userAgent = given.get("user-agent") ?? "";
  const claims = await signIn({ ctx: visitorCtx(), input: { email, password, address, userAgent } });
  const cookie = sessionCookie(BASE_URL);
  (await cookies()).set(cookie.name, await encodeSessionToken(claims, AUTH_SECRET), cookie.options);
}
