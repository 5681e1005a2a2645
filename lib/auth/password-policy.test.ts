import { describe, expect, it } from "vitest";
import { COMMON_PASSWORDS } from "./common-passwords.ts";
import { newPasswordSchema, passwordProblem } from "./password-policy.ts";

const ABOUT = ["Robin Example", "robin.ops@acmecorp.test"];

describe("newPasswordSchema", () => {
  it("asks for 8 characters and takes any, up to 1024 bytes", () => {
    expect(newPasswordSchema.safeParse("1234567").success).toBe(false);
    expect(newPasswordSchema.safeParse("pass phrase with ümläuts 🔑").success).toBe(true);
    expect(newPasswordSchema.safeParse("x".repeat(1024)).success).toBe(true);
    expect(newPasswordSchema.safeParse("ü".repeat(513)).success).toBe(false);
  });
});

describe("passwordProblem", () => {
  it.each(["password123", "PassWord123", "qwertyuiop", "aaaaaaaa", "ababababab"])(
    "refuses the common %s",
    (password) => {
      expect(passwordProblem(password, ABOUT)).not.toBeNull();
    },
  );

  it.each(["robin2026!", "Example-2026", "acmecorp1234", "launchready1", "Robin.Example.1"])(
    "refuses %s, which is about the person or the product",
    (password) => {
      expect(passwordProblem(password, ABOUT)).toMatch(/little more than/);
    },
  );

  it.each(["violet-anchor-92", "robin sings at noon", "tr0ub4dor&3x"])("lets %s pass", (password) => {
    expect(passwordProblem(password, ABOUT)).toBeNull();
  });

  it("knows more than the 3,000 most used passwords that are long enough (ASVS 5.0, 6.2.4)", () => {
    expect([...COMMON_PASSWORDS].filter((password) => password.length >= 8).length).toBeGreaterThan(3_000);
  });
});
