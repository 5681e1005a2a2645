import type { FetchedTwice } from "../observation/assets.ts";
import { browserLifetime, cacheControl } from "../parse/cache-control.ts";
import { cacheProof } from "../parse/cache-proof.ts";
import { curlLine } from "../parse/curl-line.ts";
import { headerValues } from "../parse/headers.ts";
import { defineRule, outcome } from "../rule.ts";

const DAY = 86_400;
/** A name that changes with its contents can be kept for as long as one likes; a month is the least that helps returning visitors. */
const GOOD_SECONDS = 30 * DAY;

/** From worst to best. `unproven`: the lifetime is right, and no header tells whether a cache in front keeps it. */
const STATES = ["uncached", "short", "not-stored", "unproven", "ok"] as const;
export type AssetState = (typeof STATES)[number] | "unseen";

/** How one hashed file is cached, by the second of two answers (RFC 9111 §4.2, RFC 8246). */
export function assetState({ first, second }: FetchedTwice): AssetState {
  const answer = second ?? first;
  if (answer?.status !== 200) return "unseen";
  const policy = cacheControl(answer.headers);
  const lifetime = browserLifetime(policy);
  if (policy.has("no-store") || policy.get("no-cache") === null || lifetime === null || lifetime === 0)
    return "uncached";
  if (lifetime < GOOD_SECONDS) return "short";
  const proof = second && cacheProof(second.headers);
  if (!proof) return "unproven";
  return proof.state === "hit" ? "ok" : "not-stored";
}

export const cachingAssets = defineRule({
  id: "edge/caching-assets",
  check: "edge-caching",
  profiles: ["page"],
  needs: ["assets"],
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    unproven: { verdict: "pass", severity: "info" },
    "not-stored": { verdict: "warn", severity: "low" },
    short: { verdict: "warn", severity: "low" },
    uncached: { verdict: "fail", severity: "low" },
    "no-files": { verdict: "not_applicable", severity: "info" },
    unseen: { verdict: "inconclusive", severity: "info" },
  },
  evaluate({ assets: { files } }) {
    if (files.length === 0) return outcome("no-files");
    const states = files.map((file) => ({ file, state: assetState(file) }));
    const evidence = states.map(({ file }) => ({ label: fileLabel(file.url), value: sayAnswers(file) }));
    const worst = STATES.find((wanted) => states.some(({ state }) => state === wanted));
    const found = states.find(({ state }) => state === worst);
    if (!worst || !found) return outcome("unseen", { count: String(files.length) }, evidence);
    const { file } = found;
    const answer = file.second ?? file.first;
    const seconds = browserLifetime(cacheControl(answer?.headers ?? [])) ?? 0;
    const proof = cacheProof(file.second?.headers ?? [])?.proof ?? "";
    const facts = { url: file.url, count: String(files.length), days: String(Math.floor(seconds / DAY)), proof };
    return outcome(worst, { ...facts, policy: sayPolicy(answer?.headers ?? []) }, evidence);
  },
  reproduce: ({ url }) => curlLine("-sSL", url),
});

function fileLabel(url: string): string {
  return URL.parse(url)?.pathname ?? url;
}

type Headers = NonNullable<FetchedTwice["first"]>["headers"];

export function sayPolicy(headers: Headers): string {
  const lines = headerValues(headers, "cache-control");
  return lines.length > 0 ? lines.join(", ") : "no Cache-Control";
}

/** `public, max-age=60; first cf-cache-status: MISS, second cf-cache-status: HIT`. */
export function sayAnswers({ first, second }: FetchedTwice): string {
  const say = (answer: FetchedTwice["first"]) => {
    if (!answer) return "no answer";
    return `${answer.status} ${cacheProof(answer.headers)?.proof ?? "no word of a cache"}`;
  };
  return `${sayPolicy((second ?? first)?.headers ?? [])}; first: ${say(first)}; second: ${say(second)}`;
}
