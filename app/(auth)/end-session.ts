import "server-only";
import { cookies } from "next/headers";
import { getSession } from "#lib/auth/session.ts";
import { sessionCookie } from "#lib/auth/session-cookie.ts";
import { env } from "#lib/env.ts";
import { signOut } from "#lib/users/sign-out.ts";

/** Ends the session of this browser, in the database too, and forgets its cookie. */
export async function endSession(): Promise<void> {
  const session = await getSession();
  if (session) await signOut({ ctx: session.ctx, input: { session: session.sessionId } });
  await forgetSession();
}

/** For a session that has ended already. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie(env().BASE_URL);
  // A cookie with the __Host- prefix is only replaced by one with the same attributes.
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
