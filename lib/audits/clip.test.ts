import { describe, expect, it } from "vitest";
import { clip, clipFact } from "./clip.ts";

describe("text of a target", () => {
  it.each([
    ["plain", "max-age=31536000; includeSubDomains", "max-age=31536000; includeSubDomains"],
    ["newlines", "a\r\nb\tc", "a\\r\\nb\\tc"],
    ["terminal escapes", "\u001b[31mred\u009b", "\\u{1b}[31mred\\u{9b}"],
    ["NUL", "a\0b", "a\\u{0}b"],
    ["bidi overrides", "user\u202etxt.exe\u2066", "user\\u{202e}txt.exe\\u{2066}"],
    ["zero width", "pay\u200bpal\ufeff", "pay\\u{200b}pal\\u{feff}"],
    ["line separators", "a\u2028b", "a\\u{2028}b"],
    ["tags beyond the first plane", "a\u{e0041}", "a\\u{e0041}"],
    ["half a pair", "a\ud800b", "a\\u{d800}b"],
    ["letters and emoji as they are", "größe 日本 😀", "größe 日本 😀"],
    ["credentials in an address", "https://user:pass@example.com/x", "https://example.com/x"],
    ["credentials with an @ inside", "ftp://a@b:c@example.com", "ftp://example.com"],
    ["an @ elsewhere", "https://example.com/@user mailto:a@b.c", "https://example.com/@user mailto:a@b.c"],
    ["a token in a query", "/cb?code=s3cret&x=1#access_token=s3cret", "/cb?code=[hidden]&x=1#access_token=[hidden]"],
    ["a harmless query", "/find?q=token", "/find?q=token"],
  ])("shows %s", (_, text, shown) => {
    expect(clip(text)).toBe(shown);
  });

  it("is cut to 1024 characters with a mark, and a fact to 200", () => {
    expect(clip("x".repeat(1024))).toBe("x".repeat(1024));
    expect(clip("x".repeat(1025))).toBe(`${"x".repeat(1023)}…`);
    expect(clip("\u0000".repeat(5_000_000))).toHaveLength(1024);
    expect(clipFact("x".repeat(201))).toHaveLength(200);
  });

  it("is never cut inside a character", () => {
    expect(clip(`${"x".repeat(1022)}😀😀`)).toBe(`${"x".repeat(1022)}…`);
  });
});
