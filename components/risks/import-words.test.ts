import { expect, it } from "vitest";
import { effectLines, fileProblem } from "./import-words.ts";

const NONE = { findings: 0, opened: 0, reopened: 0, verified: 0, changed: 0, skipped: 0 };

it("says what a file did, and that it did nothing", () => {
  expect(effectLines({ ...NONE, findings: 4, opened: 3, verified: 1 })).toEqual([
    "3 new on the register",
    "1 verified fixed, since a complete scan names it no more",
  ]);
  expect(effectLines({ ...NONE, findings: 4 })).toEqual([expect.stringMatching(/^Nothing changed/)]);
});

it("refuses what is empty or too large before it is sent", () => {
  expect(fileProblem({ name: "a.sarif", size: 0 })).toMatch(/empty/);
  expect(fileProblem({ name: "a.sarif", size: 10 * 1024 * 1024 + 1 })).toMatch(/10 MB/);
  expect(fileProblem({ name: "a.sarif", size: 10 * 1024 * 1024 })).toBeNull();
});
