import { afterEach, beforeEach, vi } from "vitest";

/** A test that expects a message spies on console.error itself, and so takes the place of this one. */
let said: unknown[][] = [];

beforeEach(() => {
  said = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    said.push(words);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  if (said.length > 0) throw new Error(`Unexpected console.error: ${said.map((words) => words.join(" ")).join("\n")}`);
});
