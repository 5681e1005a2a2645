import { describe, expect, it } from "vitest";
import { redirectTarget } from "./next-auth.ts";

const BASE = "https://launch.example.com";

describe("redirectTarget", () => {
  it.each([
    ["/projects/ops-copilot?a=b", `${BASE}/projects/ops-copilot?a=b`],
    [`${BASE}/projects`, `${BASE}/projects`],
    [BASE, `${BASE}/`],
  ])("follows %s", (url, target) => {
    expect(redirectTarget(url, BASE)).toBe(target);
  });

  it.each([
    "https://evil.example/projects",
    "https://launch.example.com.evil.example",
    "https://launch.example.com@evil.example",
    "http://launch.example.com/",
    `${BASE}//evil.example`,
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "https://",
    "",
  ])("does not follow %j", (url) => {
    expect(redirectTarget(url, BASE)).toBe(`${BASE}/`);
  });
});
