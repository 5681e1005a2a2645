import { describe, expect, it } from "vitest";
import { looksSecret } from "../records/looks-secret.ts";
import { PLATFORMS, RUNBOOK_KINDS } from "../records/types.ts";
import { runbookTemplate } from "./index.ts";

const ALL = PLATFORMS.flatMap((platform) => RUNBOOK_KINDS.map((kind) => ({ platform, kind })));

describe("the runbook templates", () => {
  it("are there for each platform and kind", () => {
    expect(ALL).toHaveLength(13 * 5);
  });

  it.each(ALL)(
    "$platform, $kind: five to nine steps that say how to check and how to go back",
    ({ platform, kind }) => {
      const steps = runbookTemplate(platform, kind);
      expect(steps.length).toBeGreaterThanOrEqual(5);
      expect(steps.length).toBeLessThanOrEqual(9);
      expect(steps.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(["do", "check", "undo"]));
      for (const { text, command } of steps) {
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text.length).toBeLessThanOrEqual(500);
        expect(command.length).toBeLessThanOrEqual(500);
        expect(command).toBe(command.trim());
        expect(looksSecret(text) || looksSecret(command), `${text} ${command}`).toBe(false);
      }
    },
  );

  it.each(ALL)("$platform, $kind: no step is there twice", ({ platform, kind }) => {
    const steps = runbookTemplate(platform, kind).map(({ text, command }) => `${text}\n${command}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it("name the trap of each platform where a changed variable does not count by itself", () => {
    const words = (platform: (typeof PLATFORMS)[number]) =>
      runbookTemplate(platform, "change_variable")
        .map(({ text, command }) => `${text} ${command}`)
        .join(" ");
    expect(words("vercel")).toMatch(/only for deployments that are made after/);
    expect(words("heroku")).toMatch(/restarts all dynos/);
    expect(words("kubernetes")).toMatch(/kubectl rollout restart/);
    expect(words("cloudflare")).toMatch(/new version and deploys it at once/);
    expect(words("aws")).toMatch(/--force-new-deployment/);
    expect(words("docker")).toMatch(/mere restart keeps/);
  });
});
