import { describe, expect, it } from "vitest";
import { NO_NOTES } from "../observation.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { chainOf } from "../testing/healthy-values.ts";
import { judgeOldUrl, oldUrlRows } from "./old-urls.ts";

const listed = { from: "https://example.com/old", to: "https://example.com/new" };

describe("the table of old addresses", () => {
  it("has a row per listed address, also for those that nobody looked at yet", () => {
    const later = { from: "https://example.com/later", to: "/new" };
    const rows = oldUrlRows(healthyObservation({}, { notes: { ...NO_NOTES, oldUrls: [listed, later] } }));
    expect(rows).toMatchObject([
      { ...listed, verdict: "ok", note: "", status: 200, final: listed.to },
      { ...later, verdict: "not_run", status: null, final: null, hops: [] },
    ]);
    expect(rows[0]?.hops.map(({ status }) => status)).toEqual([308, 200]);
  });

  it("says where an address leads instead", () => {
    const row = judgeOldUrl(listed, chainOf([listed.from, "https://example.com/"]));
    expect(row).toMatchObject({
      verdict: "fault",
      fault: "wrong-place",
      note: "leads to https://example.com/, not to https://example.com/new",
    });
  });

  it("takes a successor on the same host by its path", () => {
    expect(judgeOldUrl({ ...listed, to: "/new" }, chainOf([listed.from, listed.to])).verdict).toBe("ok");
  });

  it("does not call an address broken that could not be reached", () => {
    const error = { step: "connect", code: "refused", reason: "The host refused." } as const;
    const row = judgeOldUrl(listed, { start: listed.from, hops: [], final: null, error });
    expect(row).toMatchObject({ verdict: "unseen", note: "The host refused." });
  });
});
