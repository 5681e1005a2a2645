import type { HeaderLines } from "./headers.ts";
import { headerValues } from "./headers.ts";

/** What a cache in front says of one answer, and the header line that says it. */
export type CacheProof = { state: "hit" | "miss" | "passed"; proof: string };

type Reader = (value: string) => CacheProof["state"] | null;

const byWord =
  (words: Readonly<Record<string, CacheProof["state"]>>): Reader =>
  (value) => {
    const word = value.trim().toLowerCase();
    return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
  };

/** The cache nearest to us stands last: `MISS, HIT`, `Hit from cloudfront`, `TCP_MEM_HIT from …`. */
const byXCache: Reader = (value) => {
  const last = value.split(",").at(-1)?.toLowerCase() ?? "";
  if (/hit/.test(last)) return "hit";
  if (/miss|expired/.test(last)) return "miss";
  return /pass|bypass|config_nocache|uncacheable/.test(last) ? "passed" : null;
};

/** RFC 9211 §2: a list of caches, the nearest to us last; `hit` or why it went forward. */
const byCacheStatus: Reader = (value) => {
  const last = value.split(",").at(-1)?.toLowerCase() ?? "";
  if (/;\s*hit\b(?!\s*=\s*\?0)/.test(last)) return "hit";
  return /;\s*fwd\s*=\s*(?:bypass|method|request)/.test(last) ? "passed" : /;\s*fwd\b/.test(last) ? "miss" : null;
};

const HIT_MISS = { hit: "hit", miss: "miss", expired: "miss", stale: "hit", bypass: "passed", pass: "passed" } as const;

/** In the order of how plainly they speak. */
const READERS: readonly (readonly [header: string, reader: Reader])[] = [
  ["cache-status", byCacheStatus],
  [
    "cf-cache-status",
    byWord({ ...HIT_MISS, updating: "hit", revalidated: "hit", dynamic: "passed", none: "passed", unknown: "passed" }),
  ],
  ["x-vercel-cache", byWord({ ...HIT_MISS, prerender: "hit", revalidated: "miss" })],
  ["x-cache", byXCache],
  ["x-cache-status", byWord({ ...HIT_MISS, updating: "hit", revalidated: "hit" })],
  ["x-proxy-cache", byWord({ ...HIT_MISS, updating: "hit", revalidated: "hit" })],
  ["cdn-cache", byWord(HIT_MISS)],
  ["x-cache-hits", (value) => (/^\d+$/.test(value.split(",").at(-1)?.trim() ?? "") ? byHits(value) : null)],
  // RFC 9111 §5.1: only an answer that came out of a cache has an age.
  ["age", (value) => (/^\d{1,12}$/.test(value.trim()) && Number(value) > 0 ? "hit" : null)],
];

function byHits(value: string): CacheProof["state"] {
  return Number(value.split(",").at(-1)) > 0 ? "hit" : "miss";
}

/** `null`: no header tells whether a cache answered. */
export function cacheProof(headers: HeaderLines): CacheProof | null {
  for (const [header, reader] of READERS) {
    for (const value of headerValues(headers, header).slice(-1)) {
      const state = reader(value.slice(0, 1024));
      if (state) return { state, proof: `${header}: ${value}` };
    }
  }
  return null;
}
