import { describe, expect, it } from "vitest";
import { exposureOf, scoreOf, severityAt } from "../exposure.ts";
import { SEVERITIES } from "../ids.ts";
import { readRiskQuery, scoreRisk } from "./risk-score.ts";

const NOW = new Date("2026-10-01T12:00:00.000Z");
const risk = (likelihood: number, impact: number) => scoreRisk({ likelihood, impact, severity: null }, NOW);

describe("severityAt", () => {
  it("is the way back from where a finding of each severity starts", () => {
    expect(SEVERITIES.map((severity) => severityAt(exposureOf(severity)))).toEqual([...SEVERITIES]);
  });

  it("never falls as likelihood or impact rise", () => {
    for (let likelihood = 1; likelihood <= 5; likelihood += 1) {
      for (let impact = 1; impact < 5; impact += 1) {
        const [low, high] = [severityAt({ likelihood, impact }), severityAt({ likelihood, impact: impact + 1 })];
        expect(SEVERITIES.indexOf(high)).toBeLessThanOrEqual(SEVERITIES.indexOf(low));
        expect(severityAt({ likelihood: impact, impact: likelihood })).toBe(low);
      }
    }
  });
});

describe("scoreRisk", () => {
  it("multiplies, suggests a severity, and blocks from high on", () => {
    expect(risk(5, 5)).toMatchObject({ score: 25, severity: "critical", blocks: true });
    expect(risk(4, 4)).toMatchObject({ score: 16, severity: "high", blocks: true });
    expect(risk(5, 3)).toMatchObject({ score: 15, severity: "medium", blocks: false });
    expect(risk(1, 3)).toMatchObject({ score: 3, severity: "info", blocks: false });
  });

  it("lets a severity that was given count", () => {
    expect(scoreRisk({ likelihood: 1, impact: 5, severity: "high" }, NOW)).toMatchObject({
      score: 5,
      suggested: "low",
      severity: "high",
      blocks: true,
    });
  });

  it("stands where the register would put it, among findings as audits record them", () => {
    const { order } = risk(5, 4);
    expect(order.map(({ severity, isOwn }) => (isOwn ? "own" : severity))).toEqual([
      "critical",
      "own",
      "high",
      "medium",
      "low",
      "info",
    ]);
    expect(order.find(({ isOwn }) => isOwn)?.score).toBe(20);
    expect(order.map(scoreOfPlace)).toEqual([25, 20, 16, 9, 4, 1]);
  });
});

const scoreOfPlace = ({ score }: { score: number }) => score;

describe("readRiskQuery", () => {
  it("takes what is right and the middle for the rest", () => {
    expect(readRiskQuery({ likelihood: "5", impact: ["2", "4"], severity: "high" })).toEqual({
      likelihood: 5,
      impact: 2,
      severity: "high",
    });
    expect(readRiskQuery({ likelihood: "x", impact: "99", severity: "constructor" })).toEqual({
      likelihood: 3,
      impact: 5,
      severity: null,
    });
    expect(scoreOf(readRiskQuery({}))).toBe(9);
  });
});
