import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listTokens } from "#db/queries/list-tokens.ts";
import { apiTokens } from "#db/schema/index.ts";
import { makeActor, NOW, systemCtx } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { ctxFromBearer } from "#lib/auth/bearer.ts";
import { VISITOR } from "#lib/auth/visitor.ts";
import { createToken } from "./create-token.ts";
import { revokeToken } from "./revoke-token.ts";

const { db } = await testDb();
const DAY = 24 * 60 * 60 * 1000;
const daysLater = (days: number) => new Date(NOW.getTime() + days * DAY);

describe("createToken", () => {
  it("makes a token that speaks for its owner, and keeps only its hash", async () => {
    const { ctx, user } = await makeActor(db, { isOwner: true });
    const { token, id } = await createToken({ ctx, input: { name: "CI" } });
    expect(await ctxFromBearer(db, `Bearer ${token}`, NOW)).toMatchObject({
      actor: { type: "user", id: user.id, name: user.name, isOwner: true },
      now: NOW,
    });
    const [row] = await db.select().from(apiTokens).where(eq(apiTokens.id, id));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row).toMatchObject({ prefix: token.slice(0, 8), lastUsedAt: NOW, expiresAt: daysLater(90) });
    const activity = await lastActivity(db, null);
    expect(activity).toMatchObject({ action: "token.created", objectId: id });
    expect(JSON.stringify(activity)).not.toContain(token);
  });

  it("stops at 20 and at a year", async () => {
    const { ctx } = await makeActor(db);
    await expect(createToken({ ctx, input: { name: "x", expiresAt: daysLater(366) } })).rejects.toMatchObject({
      code: "invalid",
    });
    for (let n = 0; n < 20; n += 1) await createToken({ ctx, input: { name: `token ${n}` } });
    await expect(createToken({ ctx, input: { name: "one more" } })).rejects.toMatchObject({ code: "conflict" });
  });

  it("makes none for visitors and jobs", async () => {
    for (const ctx of [{ db, actor: VISITOR, now: NOW }, systemCtx(db)]) {
      await expect(createToken({ ctx, input: { name: "x" } })).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });
});

describe("ctxFromBearer", () => {
  it("refuses what is expired, altered, of another scheme or malformed", async () => {
    const { ctx } = await makeActor(db);
    const { token } = await createToken({ ctx, input: { name: "CI", expiresAt: daysLater(1) } });
    expect(await ctxFromBearer(db, `Bearer ${token}`, daysLater(1))).toBeNull();
    const others = [
      `Bearer ${token}x`,
      `Bearer x${token}`,
      `Basic ${token}`,
      token,
      "Bearer",
      "Bearer ",
      "",
      "Bearer a.b.c.d.e",
    ];
    for (const header of [...others, `Bearer ${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`]) {
      expect(await ctxFromBearer(db, header, NOW), header).toBeNull();
    }
  });
});

describe("revokeToken", () => {
  it("ends one's own token at once", async () => {
    const { ctx } = await makeActor(db);
    const { token, id } = await createToken({ ctx, input: { name: "CI" } });
    await revokeToken({ ctx, input: { token: id } });
    expect(await ctxFromBearer(db, `Bearer ${token}`, NOW)).toBeNull();
    expect(await listTokens(ctx)).toEqual([]);
    expect(await lastActivity(db, null)).toMatchObject({ action: "token.revoked", objectId: id });
    await expect(revokeToken({ ctx, input: { token: id } })).rejects.toMatchObject({ code: "not_found" });
  });

  it("does not reach another person's token, nor show it", async () => {
    const one = await makeActor(db);
    const other = await makeActor(db);
    const { token, id } = await createToken({ ctx: one.ctx, input: { name: "CI" } });
    await expect(revokeToken({ ctx: other.ctx, input: { token: id } })).rejects.toMatchObject({ code: "not_found" });
    expect(await listTokens(other.ctx)).toEqual([]);
    expect(await listTokens(one.ctx)).toMatchObject([{ id, name: "CI", isExpired: false }]);
    expect(await ctxFromBearer(db, `Bearer ${token}`, NOW)).not.toBeNull();
  });
});
