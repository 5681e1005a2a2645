import { describe, expect, it } from "vitest";
import type { ResultView } from "#db/queries/views.ts";
import { groupByArea, groupByVerdict } from "./group-results.ts";

const result = (rule: string, verdict: ResultView["verdict"], targetId = "t1"): ResultView => ({
  runNumber: 1,
  rule,
  checkId: "https-everywhere",
  targetId,
  targetUrl: "https://a.test/",
  verdict,
  severity: "medium",
  code: "x",
  summary: "",
  evidence: [],
  publish: [],
  observedAt: "2026-01-01T00:00:00.000Z",
  reproduce: "",
  riskNumber: null,
});
const targets = [{ id: "t1", url: "https://a.test/", environment: "production" as const }];

describe("grouping results", () => {
  it("lists every rule before there is any result, in the run's order", () => {
    const groups = groupByArea({ rules: ["dns/caa", "edge/hsts", "edge/csp"], targets, results: [] });
    expect(groups.map(({ title, rows }) => [title, rows.map(({ rule }) => rule)])).toEqual([
      ["DNS", ["dns/caa"]],
      ["Edge: TLS and HTTP", ["edge/hsts", "edge/csp"]],
    ]);
  });

  it("fills a row in place and counts it", () => {
    const [group] = groupByArea({ rules: ["edge/hsts", "edge/csp"], targets, results: [result("edge/csp", "pass")] });
    expect(group?.rows.map(({ result: found }) => found?.verdict)).toEqual([undefined, "pass"]);
    expect(group?.decided).toBe(1);
  });

  it("puts what could not be checked before what passes, and never among it", () => {
    const sections = groupByVerdict([result("a/a", "pass"), result("b/b", "inconclusive"), result("c/c", "fail")]);
    expect(sections.map(({ title }) => title)).toEqual(["Fail", "Could not check", "Pass"]);
  });
});
