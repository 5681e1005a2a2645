import { assetState, sayPolicy } from "../edge/caching-assets.ts";
import type { FetchedTwice } from "../observation/assets.ts";
import type { PartValue } from "../observation.ts";
import { cacheProof } from "../parse/cache-proof.ts";
import type { EdgeFacts } from "./edge-facts.ts";

const GOOD: ReadonlySet<string> = new Set(["ok", "unproven"]);

/** One row per hashed file that was fetched twice, in words. */
export function assetRows({ files }: PartValue<"assets">): EdgeFacts["assets"] {
  return files.map((file) => {
    const state = assetState(file);
    const answer = file.second ?? file.first;
    return {
      url: file.url,
      cacheControl: answer ? sayPolicy(answer.headers) : null,
      first: say(file.first),
      second: say(file.second),
      verdict: state === "unseen" ? "unseen" : GOOD.has(state) ? "ok" : "fault",
    };
  });
}

function say(answer: FetchedTwice["first"]): string {
  if (!answer) return "no answer";
  if (answer.status !== 200) return `status ${answer.status}`;
  return cacheProof(answer.headers)?.proof ?? "no header tells";
}
