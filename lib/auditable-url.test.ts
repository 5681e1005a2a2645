import { afterEach, describe, expect, it, vi } from "vitest";
import { assertAuditable } from "./auditable-url.ts";

afterEach(() => vi.unstubAllEnvs());

describe("an address that is saved", () => {
  it.each([
    "http://10.11.12.13/",
    "http://[::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "https://localhost/",
    "https://intranet.local/",
    "https://example.com:6379/",
  ])("is refused beside its field when no audit will reach it: %s", (url) => {
    vi.stubEnv("EGRESS_ALLOW", "");
    expect(() => assertAuditable(url)).toThrow(
      expect.objectContaining({ code: "invalid", fieldErrors: { url: [expect.any(String)] } }),
    );
  });

  it("passes when it is public, or when the operator allows it", () => {
    vi.stubEnv("EGRESS_ALLOW", "10.0.0.0/8:80,intranet.local");
    for (const url of ["https://app.example.com/", "http://10.11.12.13/", "https://intranet.local/"]) {
      expect(() => assertAuditable(url)).not.toThrow();
    }
  });
});
