import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { cachingHtml } from "./caching-html.ts";

type Lines = [string, string][];
const policy = (value: string): [string, string] => ["cache-control", value];
const answers = (first: Lines, second: Lines = first): Changes => ({
  assets: { page: { first: { status: 200, headers: first }, second: { status: 200, headers: second } } },
});
const COOKIE: [string, string] = ["set-cookie", "session=…"];

testOutcomes(cachingHtml, [
  ["ok", "pass", "no-store", {}],
  ["ok", "pass", "private, with a cookie", answers([policy("private, max-age=600"), COOKIE])],
  ["asked", "pass", "no-cache", answers([policy("no-cache")])],
  ["asked", "pass", "no lifetime, always asked", answers([policy("public, max-age=0, must-revalidate")])],
  ["silent", "warn", "nothing is said", answers([])],
  ["silent", "warn", "only the second answer says it", answers([], [policy("no-store")])],
  ["shared", "warn", "public", answers([policy("public")])],
  ["shared", "warn", "a lifetime", answers([policy("max-age=60")])],
  ["shared", "warn", "a lifetime for shared caches alone", answers([policy("max-age=0, s-maxage=60")])],
  ["hit", "fail", "the edge says so", answers([policy("no-cache")], [policy("no-cache"), ["x-cache", "HIT"]])],
  ["hit", "fail", "nothing is said, and the answer has an age", answers([["age", "40"]])],
  ["hit", "fail", "it is stored against its word", answers([policy("no-store"), ["age", "40"]])],
  ["hit", "fail", "it turns on cookies", answers([policy("public, max-age=60"), ["vary", "Cookie"], ["age", "40"]])],
  ["shared", "warn", "stored as it allows", answers([policy("max-age=600"), ["x-cache", "HIT"]])],
  [
    "edge-copy",
    "warn",
    "made at build time, asked about each time",
    answers([policy("public, max-age=0, must-revalidate"), ["x-vercel-cache", "HIT"]]),
  ],
  [
    "cookie",
    "fail",
    "public with a cookie, which is worse than a HIT",
    answers([policy("s-maxage=60"), COOKIE, ["age", "4"]]),
  ],
  ["other-answer", "not_applicable", "the answer is no document", { assets: { page: { isDocument: false } } }],
  ["elsewhere", "not_applicable", "the page is another's", { assets: { page: { url: "https://example.net/" } } }],
]);
