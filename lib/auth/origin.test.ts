import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./origin.ts";

const BASE = "https://launch.example.com";

describe("isSameOrigin", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "none" }, true],
    [{ origin: BASE }, true],
    [{ origin: BASE, "sec-fetch-site": "same-origin" }, true],
    [{}, false],
    [{ origin: "null" }, false],
    [{ origin: "null", "sec-fetch-site": "same-origin" }, false],
    [{ origin: "" }, false],
    [{ "sec-fetch-site": "cross-site" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, false],
    [{ origin: "http://launch.example.com" }, false],
    [{ origin: "https://launch.example.com:8443" }, false],
    [{ origin: "https://launch.example.com.evil.example" }, false],
    [{ origin: "https://evil.launch.example.com", "sec-fetch-site": "same-site" }, false],
    [{ referer: `${BASE}/x` }, false],
  ])("%j → %s", (headers, answer) => {
    expect(isSameOrigin(new Headers(headers as Record<string, string>), BASE)).toBe(answer);
  });
});
