import "server-only";
import { cookies } from "next/headers";
import { shareCookie } from "#lib/auth/share-cookie.ts";
import { env } from "#lib/env.ts";

/** What this request brings along for the link: its token, and the ticket that the passphrase was traded for. */
export async function visitOf(token: string) {
  const { AUTH_SECRET, BASE_URL } = env();
  const ticket = (await cookies()).get(shareCookie(BASE_URL, token).name)?.value ?? null;
  return { token, ticket, secret: AUTH_SECRET };
}
