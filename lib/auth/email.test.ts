import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseEmail } from "./email.ts";

describe("normaliseEmail", () => {
  it.each([
    ["Robin@Example.COM", "robin@example.com"],
    ["  robin.o'neil+ops@mail.example.co.uk ", "robin.o'neil+ops@mail.example.co.uk"],
    ["ｒｏｂｉｎ@example.com", "robin@example.com"],
    ["robin＠example.com", "robin@example.com"],
  ])("gives %j one spelling", (typed, email) => {
    expect(normaliseEmail(typed)).toBe(email);
  });

  it.each([
    "",
    "robin",
    "@example.com",
    "robin@",
    "robin@localhost",
    "robin@example..com",
    "robin@-example.com",
    ".robin@example.com",
    "robin..x@example.com",
    '"robin@evil.example"@example.com',
    "robin@evil.example@example.com",
    "robin@evil.example＠example.com",
    "robin@example.com,eve@evil.example",
    "robin@example.com eve@evil.example",
    "robin@example.com\r\nBcc: eve@evil.example",
    "rob\u0000in@example.com",
    "röbin@example.com",
    "rоbin@example.com",
    "robin@[127.0.0.1]",
    `${"x".repeat(65)}@example.com`,
    `robin@${"x.".repeat(130)}com`,
  ])("refuses %j", (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });

  it("gives the same spelling when applied again, with one @ and nothing but printable ASCII", () => {
    const address = fc.tuple(fc.string({ unit: "binary" }), fc.domain()).map((parts) => parts.join("@"));
    fc.assert(
      fc.property(fc.oneof(address, fc.emailAddress()), (typed) => {
        const email = normaliseEmail(typed);
        if (email === null) return;
        expect(normaliseEmail(email)).toBe(email);
        expect(email).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/);
      }),
      { numRuns: 40 },
    );
  });
});
