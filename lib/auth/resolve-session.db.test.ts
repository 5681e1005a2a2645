import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions, users } from "#db/schema/index.ts";
import { ctxOf, makeUser, NOW } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { signOut } from "#lib/users/sign-out.ts";
import { signOutEverywhere } from "#lib/users/sign-out-everywhere.ts";
import { uuidv7 } from "#lib/uuid.ts";
import { resolveSession } from "./resolve-session.ts";
import { sessionEnd } from "./session-lifetime.ts";

const { db } = await testDb();
const HOUR = 60 * 60 * 1000;
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

async function signedIn() {
  const user = await makeUser(db);
  const [session] = await db
    .insert(sessions)
    .values({ userId: user.id, createdAt: NOW, expiresAt: sessionEnd(NOW, NOW) })
    .returning();
  if (!session) throw new Error("No session.");
  return { user, claims: { userId: user.id, sessionId: session.id, sessionVersion: user.sessionVersion } };
}

describe("resolveSession", () => {
  it("knows the person as they are now", async () => {
    const { user, claims } = await signedIn();
    await db.update(users).set({ name: "Renamed", isOwner: true }).where(eq(users.id, user.id));
    expect(await resolveSession(db, claims, NOW)).toEqual({
      sessionId: claims.sessionId,
      actor: { type: "user", id: user.id, name: "Renamed", isOwner: true },
    });
  });

  it("refuses a copied cookie after sign-out, and leaves the other sessions alone", async () => {
    const one = await signedIn();
    const other = await signedIn();
    await signOut({ ctx: ctxOf(db, one.user), input: { session: one.claims.sessionId } });
    expect(await resolveSession(db, one.claims, NOW)).toBeNull();
    expect(await resolveSession(db, other.claims, NOW)).not.toBeNull();
  });

  it("refuses every session after sign-out everywhere", async () => {
    const { user, claims } = await signedIn();
    await signOutEverywhere({ ctx: ctxOf(db, user) });
    expect(await resolveSession(db, claims, NOW)).toBeNull();
    await db.update(sessions).set({ revokedAt: null }).where(eq(sessions.id, claims.sessionId));
    expect(await resolveSession(db, claims, NOW), "the version alone ends it").toBeNull();
  });

  it("refuses a session that is not the person's, or is not there", async () => {
    const one = await signedIn();
    const other = await signedIn();
    expect(await resolveSession(db, { ...one.claims, userId: other.user.id }, NOW)).toBeNull();
    expect(await resolveSession(db, { ...one.claims, sessionId: uuidv7() }, NOW)).toBeNull();
  });

  it("ends 12 hours after the last use", async () => {
    const { claims } = await signedIn();
    expect(await resolveSession(db, claims, at(11))).not.toBeNull();
    expect(await resolveSession(db, claims, at(22))).not.toBeNull();
    expect(await resolveSession(db, claims, at(34))).toBeNull();
  });

  it("ends 7 days after sign-in, however much it is used", async () => {
    const { claims } = await signedIn();
    for (let hours = 0; hours < 7 * 24; hours += 6) {
      expect(await resolveSession(db, claims, at(hours)), `after ${hours} h`).not.toBeNull();
    }
    expect(await resolveSession(db, claims, at(7 * 24))).toBeNull();
  });
});
