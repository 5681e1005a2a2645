import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

describe("safePath", () => {
  it.each(["/", "/projects/ops-copilot?view=a#b", "/projects?next=https%3A%2F%2Fevil.example"])("keeps %s", (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/%2fevil.example",
    "/%5cevil.example",
    "/%2Fevil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "evil.example",
    " /x",
    "/\t/evil.example",
    "/%09/evil.example",
    "/x\r\nSet-Cookie: a=b",
    "/%",
    "",
    null,
    undefined,
    `/${"x".repeat(3000)}`,
  ])("takes the fallback for %j", (path) => {
    expect(safePath(path, "/projects")).toBe("/projects");
  });
});
