import { describe, expect, it } from "vitest";
import { afterSignIn } from "./after-sign-in.ts";

describe("afterSignIn", () => {
  it.each([
    ["/projects/ops-copilot/risks?risk=3", "/projects/ops-copilot/risks?risk=3"],
    ["/invite/abc", "/invite/abc"],
    [undefined, "/projects"],
    ["", "/projects"],
    ["/", "/projects"],
    ["/sign-in?next=/sign-in", "/projects"],
    ["//evil.example", "/projects"],
    ["https://evil.example/", "/projects"],
    ["/\\evil.example", "/projects"],
  ])("goes from next=%j to %s", (next, path) => {
    expect(afterSignIn(next)).toBe(path);
  });
});
