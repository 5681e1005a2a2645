import { describe, expect, it } from "vitest";
import { clockFace, deliveredInWords, durationIso, hoursAndMinutes, windowWords } from "./sprint-words.ts";

const HOUR_MS = 3_600_000;

describe("the words of the clock", () => {
  it("say a length without a sign", () => {
    const length = 31 * HOUR_MS + 4 * 60_000 + 22_900;
    expect(clockFace(length)).toBe("31:04:22");
    expect(clockFace(-length)).toBe("31:04:22");
    expect(hoursAndMinutes(-length)).toBe("31 h 04 min");
    expect(durationIso(length)).toBe("PT31H4M22S");
  });

  it("name a window in hours", () => {
    expect(windowWords(0, 6)).toBe("0–6 h");
    expect(windowWords(1.25, 3.333)).toBe("1.3–3.3 h");
  });
});

describe("deliveredInWords", () => {
  it("says what was won and what was not", () => {
    const progress = {
      delivered: ["dns-status"],
      open: ["login-flow", "dns-target"],
      slipped: ["login-flow"],
      blockers: { gone: [1, 2], open: [], added: [] },
      gate: { before: 2, now: 3 },
    } as unknown as Parameters<typeof deliveredInWords>[0];
    expect(deliveredInWords(progress)).toBe(
      "One check delivered, two blockers gone, one gate item won, one check slipped.",
    );
    expect(deliveredInWords({ ...progress, slipped: [], blockers: { gone: [], open: [], added: [] } })).toBe(
      "One check delivered, one gate item won, two checks open.",
    );
  });
});
