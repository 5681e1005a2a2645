import { expect, it } from "vitest";
import { previewRows } from "./preview-rows.ts";

it("says what would be sent", () => {
  expect(previewRows(" \n")).toBeNull();
  expect(previewRows("/old,/new\n/a,/b\n")).toBe("2 rows, the last one: /a → /b");
});

it("names the lines that have no pair", () => {
  expect(previewRows("/old,/new\n/alone\n/a,/b\n/alone,")).toBe("4 rows. Without a pair: lines 2, 4.");
});
