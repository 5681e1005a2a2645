import type { PartValue } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { cachingAssets } from "./caching-assets.ts";

type File = PartValue<"assets">["files"][number];
type Lines = [string, string][];
const LONG: [string, string] = ["cache-control", "public, max-age=31536000, immutable"];
const MISS: [string, string] = ["cf-cache-status", "MISS"];

function file(first: Lines, second: Lines | null = first, status = 200): File {
  const answer = (headers: Lines | null) => headers && { status, headers };
  return { url: "https://example.com/app.3f9ab2c1.js", kind: "script", first: answer(first), second: answer(second) };
}
const files = (...list: File[]): Changes => ({ assets: { files: list, filesTotal: list.length } });

testOutcomes(cachingAssets, [
  ["ok", "pass", "long-lived, and a HIT the second time", {}],
  ["ok", "pass", "an age proves it as well", files(file([LONG], [LONG, ["age", "7"]]))],
  ["unproven", "pass", "long-lived, and no header tells of a cache", files(file([LONG]))],
  ["not-stored", "warn", "a MISS the second time too", files(file([LONG, MISS]))],
  ["short", "warn", "an hour", files(file([["cache-control", "max-age=3600"]]))],
  ["short", "warn", "one day less than a month", files(file([["cache-control", "public, max-age=2505600"]]))],
  ["uncached", "fail", "no-store", files(file([["cache-control", "no-store"]]))],
  ["uncached", "fail", "nothing is said", files(file([]))],
  [
    "uncached",
    "fail",
    "asked each time, whatever its age",
    files(file([["cache-control", "no-cache, max-age=31536000"]])),
  ],
  ["uncached", "fail", "the worst of several counts", files(file([LONG]), file([]))],
  ["no-files", "not_applicable", "there is none", files()],
  ["unseen", "inconclusive", "none answers", files(file([LONG], [LONG], 404))],
]);
