import { expect, it } from "vitest";
import { answerInWords, commonName, daysLeftInWords, quietInWords, statusesInWords } from "./host-words.ts";

it.each([
  [61.4, "61 days left"],
  [1, "1 day left"],
  [0.2, "0 days left"],
  [-1, "expired within the last day"],
  [-2, "expired 1 day ago"],
  [-4, "expired 3 days ago"],
])("says %d days", (days, text) => {
  expect(daysLeftInWords(days)).toBe(text);
});

it("says an empty answer in words, and leaves one that it does not know", () => {
  expect(answerInWords("nxdomain")).toBe("no such name");
  expect(answerInWords("ok")).toBe("ok");
});

it("shortens a distinguished name to its CN", () => {
  expect(commonName("CN=a.test, O=A")).toBe("a.test");
  expect(commonName("O=A\nCN=R11")).toBe("R11");
  expect(commonName("R11")).toBe("R11");
});

it("says the statuses on the way", () => {
  expect(statusesInWords([{ status: 301 }, { status: 200 }])).toBe("301 → 200");
});

it("folds what is quiet into one line", () => {
  expect(quietInWords(["pass", "pass", "not_applicable"])).toBe("2 rules pass, 1 does not apply");
  expect(quietInWords(["not_applicable", "not_applicable"])).toBe("2 rules do not apply");
  expect(quietInWords(["pass"])).toBe("1 rule passes");
});
