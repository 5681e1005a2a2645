import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { hashPassword, isOutdated, verifyPassword } from "./password.ts";

describe("hashPassword", () => {
  it("makes an argon2id hash at OWASP's cost that only the password opens", async () => {
    const made = await hashPassword("correct horse battery staple");
    expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(made, "correct horse battery staple")).toBe(true);
    expect(await verifyPassword(made, "correct horse battery stapl")).toBe(false);
    expect(isOutdated(made)).toBe(false);
  });

  it("does not cut a long password off", async () => {
    const made = await hashPassword("x".repeat(1000));
    expect(await verifyPassword(made, "x".repeat(1000))).toBe(true);
    expect(await verifyPassword(made, "x".repeat(999))).toBe(false);
  });

  it("finishes every one of many at once", async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => hashPassword("one of many at once")));
    expect(new Set(made).size).toBe(12);
  });
});

describe("verifyPassword", () => {
  it("says no for nobody, for an empty password and for one above 1024 bytes", async () => {
    const long = "x".repeat(1025);
    expect(await verifyPassword(null, "")).toBe(false);
    expect(await verifyPassword(await hashPassword(long), long)).toBe(false);
    expect(await verifyPassword(await hashPassword(""), long)).toBe(false);
  });
});

describe("isOutdated", () => {
  it("is true for cheaper parameters and for another function", async () => {
    expect(isOutdated(await hash("x", { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(true);
    expect(isOutdated("$2b$12$abcdefghijklmnopqrstuv")).toBe(true);
  });
});
