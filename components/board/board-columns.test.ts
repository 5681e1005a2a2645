import { describe, expect, it } from "vitest";
import type { CheckView } from "#db/queries/views.ts";
import { CHECK_STATUSES } from "#lib/roadmap/status.ts";
import { boardColumns } from "./board-columns.ts";

const check = (status: CheckView["status"], isRechecking = false): CheckView => ({
  id: "dns-status",
  title: "",
  shortTitle: "",
  stage: "audit",
  status,
  source: "none",
  line: "",
  evidenceAt: null,
  owner: null,
  results: 0,
  openRisks: 0,
  isRechecking,
});

describe("boardColumns", () => {
  it("puts every status into exactly one column", () => {
    for (const status of CHECK_STATUSES) {
      const holding = boardColumns([check(status)]).filter(({ checks }) => checks.length > 0);
      expect(holding.map(({ id }) => id)).toHaveLength(1);
    }
  });

  it("keeps a check that is looked at again out of Done", () => {
    const [, failing] = boardColumns([check("verified", true)]);
    expect(failing?.checks).toHaveLength(1);
  });
});
