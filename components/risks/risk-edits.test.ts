import { describe, expect, it } from "vitest";
import type { RowFacts } from "./register-context.ts";
import { editGroups, editOf, editSentence } from "./risk-edits.ts";
import { riskSample } from "./testing/risk-sample.ts";
import { between } from "./use-selection.ts";

const people = [{ id: "jonas", name: "Jonas" }];
const row: RowFacts = { ...riskSample(3), isUnsettled: true, isCheckable: false };

describe("an edit in the row", () => {
  it("shows what the cell will be, and what it was", () => {
    const edit = editOf("score", row, { name: "likelihood", from: "3", to: "5" }, people);
    expect(edit).toMatchObject({ value: "5", shown: "5 × 3", was: { value: "3", shown: "3 × 3" } });
    expect(editSentence(edit)).toBe("Risk 3: likelihood is 5.");
  });

  it("names the owner, or nobody", () => {
    expect(editSentence(editOf("owner", row, { name: "ownerId", from: "", to: "jonas" }, people))).toBe(
      "Risk 3: owner is Jonas.",
    );
    expect(editOf("owner", row, { name: "ownerId", from: "jonas", to: "" }, people).shown).toBe("nobody");
  });

  it("offers nobody first, and both parts of the exposure", () => {
    expect(editGroups("owner", row, people)[0]?.choices[0]?.label).toBe("Nobody yet");
    expect(editGroups("score", row, people).map(({ name }) => name)).toEqual(["likelihood", "impact"]);
  });
});

describe("between", () => {
  const rows = [4, 2, 9, 7];
  it("takes the rows from one to the other in the list's order, whichever comes first", () => {
    expect(between(rows, 2, 7)).toEqual([2, 9, 7]);
    expect(between(rows, 7, 2)).toEqual([2, 9, 7]);
  });
  it("takes the one alone when the other has left the list", () => {
    expect(between(rows, 1, 9)).toEqual([9]);
  });
});
