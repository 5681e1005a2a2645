import { describe, expect, it } from "vitest";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { SIGNAL_SOURCES, type SignalSource } from "#lib/roadmap/signal-sources.ts";
import { RULES, ruleById, rulesFor } from "./registry.ts";

describe("the registry of rules", () => {
  it("has each id once, as area/name, with a text", () => {
    const ids = RULES.map((rule) => rule.id as string);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
      expect(ruleText(id)?.title).toBeTruthy();
    }
  });

  it("gives every rule to exactly one check of the roadmap", () => {
    expect(CHECK_IDS.flatMap((check) => rulesFor(check)).toSorted()).toHaveLength(RULES.length);
  });

  it("knows every rule that a signal listens to", () => {
    const named = Object.values<SignalSource>(SIGNAL_SOURCES).flatMap(({ rules = [] }) => [...rules]);
    expect(named.filter((id) => ruleById(id) === undefined)).toEqual([]);
  });
});
