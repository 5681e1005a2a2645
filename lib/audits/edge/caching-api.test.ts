import { NO_NOTES } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { cachingApi } from "./caching-api.ts";

const API = { notes: { ...NO_NOTES, profile: "api" as const } };
const answers = (...headers: [string, string][]): Changes => {
  const answer = { status: 200, headers };
  return { assets: { page: { isDocument: false, first: answer, second: answer } } };
};

testOutcomes(cachingApi, [
  ["ok", "pass", "no-store", {}, API],
  ["asked", "pass", "no-cache", answers(["cache-control", "no-cache"]), API],
  ["silent", "warn", "nothing is said", answers(), API],
  ["shared", "warn", "a lifetime", answers(["cache-control", "max-age=60"]), API],
  ["edge-copy", "fail", "public", answers(["cache-control", "public, max-age=0"], ["x-vercel-cache", "HIT"]), API],
  ["hit", "fail", "stored as it allows", answers(["cache-control", "max-age=60"], ["age", "3"]), API],
  ["hit", "fail", "the edge says so", answers(["cf-cache-status", "HIT"]), API],
  ["cookie", "fail", "public with a cookie", answers(["cache-control", "public"], ["set-cookie", "a=…"]), API],
  ["other-answer", "not_applicable", "no answer", { assets: { page: { first: null, second: null } } }, API],
  ["elsewhere", "not_applicable", "another's answer", { assets: { page: { url: "https://example.net/" } } }, API],
]);
