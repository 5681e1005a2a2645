import { describe, expect, it } from "vitest";
import { projectSlug } from "./project-slug.ts";

describe("projectSlug", () => {
  it.each([
    ["Ops Copilot", 1, "ops-copilot"],
    ["Ops Copilot", 3, "ops-copilot-3"],
    ["  Réunion & Café!  ", 1, "reunion-cafe"],
    ["日本", 1, "project"],
    ["../../etc", 1, "etc"],
    ["New", 1, "new-2"],
    ["x".repeat(200), 1, "x".repeat(48)],
  ])("calls %j, at attempt %i, %s", (name, attempt, slug) => {
    expect(projectSlug(name, attempt)).toBe(slug);
  });
});
