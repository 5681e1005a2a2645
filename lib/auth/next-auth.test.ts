import type { CredentialsConfig } from "next-auth/providers/credentials";
import { afterEach, describe, expect, it, vi } from "vitest";
import { authOptions, redirectTarget } from "./next-auth.ts";

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

describe("signing in by next-auth's own endpoint", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("puts nothing of a failing database into the address that it leads to, nor the person into the log", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    vi.stubEnv("AUTH_SECRET", "s".repeat(32));
    vi.stubEnv("BASE_URL", BASE);
    vi.stubEnv("DATABASE_URL", "postgres://nobody:nothing@127.0.0.1:1/none");
    const [provider] = authOptions().providers;
    const options = provider?.options as CredentialsConfig | undefined;
    const attempt = options?.authorize({ email: "robin@example.test", password: "violet-anchor-92" }, { headers: {} });
    // The message is what next-auth shows in the address.
    await expect(attempt).rejects.toThrow(/^Internal$/);
    expect(logged).toHaveBeenCalledOnce();
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/robin|violet/);
    logged.mockRestore();
  });
});
