import { expect, it } from "vitest";
import { imported } from "./import-words.ts";

const lines = (...numbers: number[]) => numbers.map((line) => ({ line }));

it("says what an import did", () => {
  expect(imported({ imported: 12, repeated: 0, skipped: [], total: 12 })).toBe(
    "12 rows taken over. The list has 12 addresses.",
  );
  expect(imported({ imported: 1, repeated: 2, skipped: lines(3, 9), total: 1 })).toBe(
    "1 row taken over; 2 repeated; lines 3, 9 left out. The list has 1 address.",
  );
});
