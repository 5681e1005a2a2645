import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { connection, type Db } from "#db/client.ts";
import type { Ctx } from "#lib/ctx.ts";
import { env } from "#lib/env.ts";
import { ctxFromBearer } from "./bearer.ts";
import { resolveSession } from "./resolve-session.ts";
import { safePath } from "./safe-path.ts";
import { sessionCookie } from "./session-cookie.ts";
import { decodeSessionToken } from "./session-token.ts";

type Session = { sessionId: string; ctx: Ctx };

/** The session of this request, looked up anew for each request and once in it; null when nobody is signed in. */
export const getSession = cache(async (): Promise<Session | null> => {
  const { AUTH_SECRET, BASE_URL } = env();
  const token = (await cookies()).get(sessionCookie(BASE_URL).name)?.value;
  if (!token) return null;
  const claims = await decodeSessionToken(token, AUTH_SECRET);
  if (!claims) return null;
  const db: Db = connection().db;
  const now = new Date();
  const resolved = await resolveSession(db, claims, now);
  return resolved && { sessionId: resolved.sessionId, ctx: { db, actor: resolved.actor, now } };
});

export async function getCtx(): Promise<Ctx | null> {
  return (await getSession())?.ctx ?? null;
}

/** For pages: whoever is not signed in is sent to the sign-in page, and back to `next` (a path of ours) afterwards. */
export async function requireCtx(next = "/"): Promise<Ctx> {
  const ctx = await getCtx();
  if (!ctx) redirect(`/sign-in?next=${encodeURIComponent(safePath(next))}`);
  return ctx;
}

/** For the JSON API. An Authorization header decides alone: a bad token is not made good by a cookie. */
export async function getRequestCtx(
  request: Pick<Request, "headers">,
): Promise<{ ctx: Ctx | null; via: "cookie" | "bearer" | null }> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    return { ctx: await ctxFromBearer(connection().db, authorization, new Date()), via: "bearer" };
  }
  const ctx = await getCtx();
  return { ctx, via: ctx && "cookie" };
}
