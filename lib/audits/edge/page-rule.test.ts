import { describe, expect, it } from "vitest";
import { NO_NOTES, type RedirectChain } from "../observation.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { judge } from "../testing/judge.ts";
import { hsts } from "./hsts.ts";

const ALIAS = "https://old.example/";
const TARGET = {
  url: ALIAS,
  host: "old.example",
  domain: "old.example",
  notes: { ...NO_NOTES, profile: "alias" },
} as const;
const YEAR = "max-age=31536000";

const leadingOn = (own: string | null, start = ALIAS): RedirectChain => ({
  start,
  hops: [
    { url: start, status: 301, location: "https://example.com/", hsts: own },
    { url: "https://example.com/", status: 200, location: null, hsts: YEAR },
  ],
  final: "https://example.com/",
  error: null,
});

describe("a page rule on an alias", () => {
  it.each([
    ["ok", leadingOn(YEAR)],
    ["missing", leadingOn(null)],
    ["over-http", leadingOn(null, "http://old.example/")],
  ])("judges what the alias itself answers, not where it leads: %s", (code, chain) => {
    expect(judge(hsts, healthyObservation({ page: { chain } }, TARGET)).code).toBe(code);
  });

  it("finds the page elsewhere where the alias's own answer was not kept", () => {
    const result = judge(hsts, healthyObservation({}, TARGET));
    expect(result).toMatchObject({ code: "elsewhere", verdict: "not_applicable" });
  });
});
