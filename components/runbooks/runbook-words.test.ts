import { describe, expect, it } from "vitest";
import { runbooksInWords, standingInWords } from "./runbook-words.ts";

const of = (...states: Parameters<typeof runbooksInWords>[0][number]["state"][]) =>
  runbooksInWords(states.map((state) => ({ state })));

describe("runbooksInWords", () => {
  it("counts those that two people can follow", () => {
    expect(of()).toContain("Nothing is written down yet");
    expect(of("untried")).toBe("The one runbook can not yet be followed by two people.");
    expect(of("two_people")).toBe("The one runbook can be followed by two people.");
    expect(of("stale", "untried", "empty")).toBe("None of the three runbooks can be followed by two people.");
    expect(of("two_people", "untried")).toBe("One of the two runbooks can be followed by two people.");
    expect(of("two_people", "two_people")).toBe("Each of the two runbooks can be followed by two people.");
  });
});

describe("standingInWords", () => {
  it("names the one person where there is one for all of it", () => {
    const base = { state: "one_person", undone: 0, stepCount: 3 } as const;
    expect(standingInWords({ ...base, alone: 3, people: ["Mira"] })).toBe("Only one person has done it: Mira.");
    expect(standingInWords({ ...base, alone: 1, people: ["Mira"] })).toBe(
      "One step of three was done by one person only.",
    );
  });
});
