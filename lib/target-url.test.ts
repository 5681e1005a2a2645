import { describe, expect, it } from "vitest";
import { targetUrlSchema } from "./target-url.ts";

describe("targetUrlSchema", () => {
  it.each([
    ["app.example.com", "https://app.example.com/"],
    ["  HTTPS://App.Example.com:443/x#part ", "https://app.example.com/x"],
    ["http://localhost:8080", "http://localhost:8080/"],
    ["localhost:8080/chat", "https://localhost:8080/chat"],
    ["https://bücher.example", "https://xn--bcher-kva.example/"],
  ])("makes %j uniform", (typed, url) => {
    expect(targetUrlSchema.parse(typed)).toBe(url);
  });

  it.each([
    "",
    "https://",
    "ftp://example.com",
    "file:///etc/passwd",
    "https://user:secret@example.com",
    "https://user@example.com",
    "javascript:alert(1)",
    `https://example.com/${"x".repeat(3000)}`,
    "https://exa mple.com",
  ])("refuses %j", (typed) => {
    expect(targetUrlSchema.safeParse(typed).success).toBe(false);
  });
});
