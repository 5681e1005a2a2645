import { expect, it } from "vitest";
import { compareResults } from "./compare.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Verdict } from "./types.ts";

const result = (rule: string, verdict: Verdict) => ({ rule, verdict });

it("tells fixed, introduced, still failing and unconfirmed apart", () => {
  const before = [
    result("a/fixed", "fail"),
    result("a/gone", "warn"),
    result("a/still", "fail"),
    result("a/softer", "fail"),
    result("a/unseen", "fail"),
    result("a/worse", "pass"),
    result("a/fine", "pass"),
  ];
  const after = [
    result("a/fixed", "pass"),
    result("a/gone", "not_applicable"),
    result("a/still", "fail"),
    result("a/softer", "warn"),
    result("a/unseen", "inconclusive"),
    result("a/worse", "fail"),
    result("a/new", "warn"),
    result("a/fine", "error"),
  ];
  const { fixed, introduced, still, unconfirmed } = compareResults(before, after);
  const rules = [fixed, introduced, still, unconfirmed].map((list) => list.map(({ rule }) => rule));
  expect(rules).toEqual([["a/fixed", "a/gone"], ["a/worse", "a/new"], ["a/still", "a/softer"], ["a/unseen"]]);
});

it("keeps targets apart by the given key", () => {
  const on = (host: string, verdict: Verdict) => ({ rule: "a/b", verdict, host });
  const { fixed, introduced } = compareResults(
    [on("one.example", "fail"), on("two.example", "pass")],
    [on("one.example", "pass"), on("two.example", "fail")],
    ({ rule, host }) => `${rule} ${host}`,
  );
  expect([fixed, introduced].map((list) => list.map(({ host }) => host))).toEqual([["one.example"], ["two.example"]]);
});

it("names the same finding in every run, and another for another rule, host or port", () => {
  const name = (rule: string, host: string, port: number) => fingerprint({ rule, host, port });
  expect(name("edge/hsts", "example.com", 443)).toBe("v1|edge/hsts|example.com:443");
  const all = [
    name("a/b", "h", 1),
    name("a/c", "h", 1),
    name("a/b", "g", 1),
    name("a/b", "h", 2),
    name("a/b", "::1", 2),
    name("a/b", "::", 12),
  ];
  expect(new Set(all).size).toBe(all.length);
});
