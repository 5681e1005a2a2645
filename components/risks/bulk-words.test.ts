import { expect, it } from "vitest";
import { type Outcome, outcomesInWords } from "./bulk-words.ts";

const outcome = (number: number, outcome: Outcome["outcome"], reason: string | null = null): Outcome => ({
  number,
  outcome,
  reason,
});

it("says what became of each", () => {
  const mixed = [
    outcome(2, "decided"),
    outcome(3, "decided"),
    outcome(4, "proposed"),
    outcome(9, "refused", "It is settled already."),
  ];
  expect(outcomesInWords(mixed, "deferred")).toBe(
    "2 risks deferred. Risk 4 waits for a second person. Risk 9 refused: it is settled already.",
  );
});

it("names a single risk, and not more than eight", () => {
  expect(outcomesInWords([outcome(7, "decided")], "accepted")).toBe("Risk 7 accepted.");
  const many = Array.from({ length: 10 }, (_, at) => outcome(at + 1, "proposed"));
  expect(outcomesInWords(many, "deferred")).toBe("Risks 1, 2, 3, 4, 5, 6, 7, 8 and 2 more wait for a second person.");
});
