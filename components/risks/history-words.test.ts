import { describe, expect, it } from "vitest";
import { historyEntry } from "./history-words.ts";

describe("historyEntry", () => {
  it("says from what to what, by name, and why", () => {
    const details = {
      number: 3,
      changes: {
        ownerId: { from: null, to: "0193" },
        owner: { from: null, to: "Jonas" },
        dueAt: { from: "2026-11-25T00:00:00.000Z", to: null },
        likelihood: { from: 2, to: 4 },
        checkId: { from: "dns-status", to: "login-flow" },
      },
      reason: "He knows the edge.",
    };
    expect(historyEntry({ action: "risk.updated", details })).toEqual({
      text: "changed the risk",
      changes: [
        { label: "Check", from: expect.any(String), to: expect.any(String) },
        { label: "Likelihood", from: "2", to: "4" },
        { label: "Owner", from: "nobody", to: "Jonas" },
        { label: "Due", from: "25 Nov 2026", to: "no date" },
      ],
      why: "He knows the edge.",
    });
  });

  it("says what was decided, until when and by how many", () => {
    const details = { treatment: "defer", reason: "Small.", expiresAt: "2026-12-01T00:00:00.000Z", isByTwo: true };
    expect(historyEntry({ action: "risk.decided", details })).toMatchObject({
      text: "decided on the risk: Defer, until 1 Dec 2026, by two people",
      why: "Small.",
    });
  });

  it("prefers the reason of the answer to that of what was asked", () => {
    const details = { treatment: "accept", reason: "Please.", why: "Not yet.", expiresAt: null };
    expect(historyEntry({ action: "risk.decision_declined", details }).why).toBe("Not yet.");
  });

  it("takes whatever stands in an old entry", () => {
    const details = { changes: { severity: "high", dueAt: { from: "soon", to: 7 } }, treatment: "later", run: "x" };
    expect(historyEntry({ action: "risk.updated", details })).toEqual({
      text: "changed the risk",
      changes: [{ label: "Due", from: "no date", to: "no date" }],
      why: null,
    });
  });
});
