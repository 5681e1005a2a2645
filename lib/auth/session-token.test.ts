import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { uuidv7 } from "#lib/uuid.ts";
import { sessionCookie } from "./session-cookie.ts";
import { decodeSessionToken, encodeSessionToken } from "./session-token.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const claims = { userId: uuidv7(), sessionId: uuidv7(), sessionVersion: 3 };

describe("session token", () => {
  it("carries the claims, unreadable without the secret", async () => {
    const token = await encodeSessionToken(claims, SECRET);
    expect(await decodeSessionToken(token, SECRET)).toEqual(claims);
    expect(await decodeSessionToken(token, `${SECRET}x`)).toBeNull();
    expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain(claims.userId);
  });

  it("is worth nothing when altered, expired, foreign or malformed", async () => {
    const token = await encodeSessionToken(claims, SECRET);
    const altered = token.slice(0, -2) + (token.endsWith("A") ? "BB" : "AA");
    const expired = await encode({
      token: { sub: claims.userId, sid: claims.sessionId, sv: 3 },
      secret: SECRET,
      maxAge: -60,
    });
    const foreign = await encode({ token: { sub: claims.userId, name: "an OAuth state" }, secret: SECRET });
    for (const bad of [altered, expired, foreign, "", "a.b.c", "%", "x".repeat(10_000)]) {
      expect(await decodeSessionToken(bad, SECRET)).toBeNull();
    }
  });
});

describe("sessionCookie", () => {
  it("is bound to the host and to https where there is https", () => {
    const options = { httpOnly: true, sameSite: "lax", path: "/" };
    expect(sessionCookie("https://launch.example.com")).toEqual({
      name: "__Host-launch-ready.session",
      options: { ...options, secure: true },
    });
    expect(sessionCookie("http://localhost:3000")).toEqual({
      name: "launch-ready.session",
      options: { ...options, secure: false },
    });
  });
});
