import { decode, encode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { SESSION_SECONDS_MAX } from "./session-lifetime.ts";

/** What the cookie says. It opens nothing by itself: each request looks the session up. */
export type SessionClaims = { userId: string; sessionId: string; sessionVersion: number };

const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid(), sv: z.int() });

export function toJwt({ userId, sessionId, sessionVersion }: SessionClaims): JWT {
  return { sub: userId, sid: sessionId, sv: sessionVersion };
}

/** The cookie's value: next-auth's own encrypted token (A256GCM). */
export function encodeSessionToken(claims: SessionClaims, secret: string): Promise<string> {
  return encode({ token: toJwt(claims), secret, maxAge: SESSION_SECONDS_MAX });
}

/** Null for anything that we did not make, or that is past its end. */
export async function decodeSessionToken(token: string, secret: string): Promise<SessionClaims | null> {
  const claims = claimsSchema.safeParse(await decode({ token, secret }).catch(() => null));
  if (!claims.success) return null;
  const { sub, sid, sv } = claims.data;
  return { userId: sub, sessionId: sid, sessionVersion: sv };
}
