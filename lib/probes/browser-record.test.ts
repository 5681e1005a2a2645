import { describe, expect, it } from "vitest";
import { createBrowserRecord } from "./browser-record.ts";

const mixed = (insecureURL: string, resolutionStatus = "MixedContentBlocked") => ({
  method: "Audits.issueAdded",
  params: {
    issue: { details: { mixedContentIssueDetails: { insecureURL, resolutionStatus, resourceType: "Script" } } },
  },
});
const csp = {
  method: "Audits.issueAdded",
  params: {
    issue: {
      details: {
        contentSecurityPolicyIssueDetails: {
          violatedDirective: "img-src",
          isReportOnly: false,
          contentSecurityPolicyViolationType: "kURLViolation",
        },
      },
    },
  },
};

describe("what is kept of a visit", () => {
  it("is each thing once, and no more than a hundred of a kind, cut short", () => {
    const record = createBrowserRecord();
    for (let index = 0; index < 500; index += 1) {
      record.take(mixed("http://x.test/same"), true);
      record.take(mixed(`http://x.test/${index}${"x".repeat(10_000)}`), true);
    }
    expect(record.lists.mixed).toHaveLength(100);
    expect(Math.max(...record.lists.mixed.map(({ url }) => url.length))).toBe(2048);
    expect(record.lists.mixed.filter(({ url }) => url.endsWith("same"))).toHaveLength(1);
  });

  it("names what a failed request was for, and leaves out what the page gave up itself", () => {
    const record = createBrowserRecord();
    for (const requestId of ["1", "2"]) {
      const request = { url: `https://x.test/${requestId}` };
      record.take({ method: "Network.requestWillBeSent", params: { requestId, request } }, true);
    }
    const failed = { type: "Image", errorText: "net::ERR_FAILED" };
    record.take({ method: "Network.loadingFailed", params: { requestId: "1", ...failed, canceled: true } }, true);
    record.take({ method: "Network.loadingFailed", params: { requestId: "2", ...failed, blockedReason: "csp" } }, true);
    expect(record.lists.failed).toEqual([{ url: "https://x.test/2", type: "Image", reason: "csp" }]);
  });

  it("is the policy of the page alone, not that of a frame in it", () => {
    const record = createBrowserRecord();
    record.take(csp, false);
    expect(record.lists.cspViolations).toEqual([]);
    record.take(csp, true);
    expect(record.lists.cspViolations).toEqual([
      { directive: "img-src", kind: "kURLViolation", url: null, isReportOnly: false },
    ]);
  });

  it("takes no harm from what it does not know", () => {
    const record = createBrowserRecord();
    record.take(mixed("http://x.test/", "MixedContentOfTheFuture"), true);
    record.take({ method: "Audits.issueAdded", params: {} }, true);
    record.take({ method: "toString", params: {} }, true);
    expect(record.lists).toEqual({ mixed: [], cspViolations: [], failed: [], console: [] });
  });
});
