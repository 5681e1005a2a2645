import type { FetchedTwice } from "../observation/assets.ts";
import type { PartValue } from "../observation.ts";
import {
  asksEachTime,
  type CacheControl,
  cacheControl,
  forbidsSharing,
  sharedLifetime,
} from "../parse/cache-control.ts";
import { cacheProof } from "../parse/cache-proof.ts";
import { curlLine } from "../parse/curl-line.ts";
import { headerValues } from "../parse/headers.ts";
import type { RuleId } from "../rule.ts";
import { defineRule, outcome } from "../rule.ts";
import { sayAnswers, sayPolicy } from "./caching-assets.ts";
import { isUnder } from "./page-rule.ts";

const OUTCOMES = {
  ok: { verdict: "pass", severity: "info" },
  asked: { verdict: "pass", severity: "info" },
  silent: { verdict: "warn", severity: "low" },
  hit: { verdict: "fail", severity: "medium" },
  cookie: { verdict: "fail", severity: "high" },
  "other-answer": { verdict: "not_applicable", severity: "info" },
  elsewhere: { verdict: "not_applicable", severity: "info" },
} as const;

/** The page of a stranger without a cookie is open to all. What callers of an API get is theirs, whatever it says. */
const PAGE_OUTCOMES = {
  ...OUTCOMES,
  "edge-copy": { verdict: "warn", severity: "info" },
  shared: { verdict: "warn", severity: "low" },
} as const;
const API_OUTCOMES = {
  ...OUTCOMES,
  "edge-copy": { verdict: "fail", severity: "medium" },
  shared: { verdict: "warn", severity: "medium" },
} as const;

type Answer = NonNullable<FetchedTwice["first"]>;

/**
 * What shared caches may do with an answer (RFC 9111 §3): a cookie does not keep it out of them (§7.3), silence leaves
 * it to their own judgement (§4.2.2), and Age (§5.1) or their own word shows that they did.
 */
function judge(answers: readonly Answer[], profile: "page" | "api"): keyof typeof PAGE_OUTCOMES {
  const policies = answers.map(({ headers }) => cacheControl(headers));
  const setsCookie = answers.some(({ headers }) => headerValues(headers, "set-cookie").length > 0);
  const isShared = policies.some(isShareable);
  if (setsCookie && isShared) return "cookie";
  if (answers.some(({ headers }) => cacheProof(headers)?.state === "hit")) {
    const isForAll = !setsCookie && !answers.some(({ headers }) => variesByPerson(headers));
    if (isForAll && policies.every(isOpenCopy)) return "edge-copy";
    // A cache that stores what the page lets it store does as it was told; what callers of an API get is theirs alone.
    if (!isForAll || profile === "api" || !policies.every(isShareable)) return "hit";
  }
  if (isShared) return "shared";
  if (policies.every(forbidsSharing)) return "ok";
  return policies.every((policy) => forbidsSharing(policy) || asksEachTime(policy)) ? "asked" : "silent";
}

function isShareable(policy: CacheControl): boolean {
  if (forbidsSharing(policy) || asksEachTime(policy)) return false;
  return (sharedLifetime(policy) ?? 0) > 0 || policy.has("public");
}

/**
 * Meant for everybody, and asked about at each visit: what Vercel, Netlify and Cloudflare Pages send with pages made at
 * build time, of which their own edge keeps a copy until the next deployment.
 */
function isOpenCopy(policy: CacheControl): boolean {
  return policy.has("public") && sharedLifetime(policy) === 0 && !forbidsSharing(policy) && !policy.has("no-cache");
}

/** The answer turns on who asks. */
function variesByPerson(headers: Answer["headers"]): boolean {
  return headerValues(headers, "vary").some((value) =>
    /(?:^|[\s,])(?:cookie|authorization|\*)(?:[\s,]|$)/i.test(value),
  );
}

/** A rule on whether the target's own answer, fetched twice, may come out of a shared cache. */
export function defineAnswerRule<const Id extends RuleId>(rule: {
  id: Id;
  profile: "page" | "api";
  judges(page: PartValue<"assets">["page"]): boolean;
}) {
  return defineRule({
    id: rule.id,
    check: "edge-caching",
    profiles: [rule.profile],
    needs: ["assets"],
    outcomes: rule.profile === "page" ? PAGE_OUTCOMES : API_OUTCOMES,
    evaluate({ target, assets: { page } }) {
      if (!isUnder(page.url, target.domain)) return outcome("elsewhere", { url: page.url });
      const answers = [page.first, page.second].filter((answer) => answer !== null);
      if (answers.length === 0 || !rule.judges(page)) return outcome("other-answer");
      const headers = answers.at(-1)?.headers ?? [];
      const proofs = answers.map((answer) => cacheProof(answer.headers)).filter((proof) => proof?.state === "hit");
      const cookies = answers.flatMap((answer) => headerValues(answer.headers, "set-cookie"));
      const evidence = [
        { label: "answers", value: sayAnswers(page) },
        ...[...new Set(cookies)].map((value) => ({ label: "set-cookie", value })),
      ];
      const facts = { policy: sayPolicy(headers), proof: proofs.at(-1)?.proof ?? "" };
      return outcome(judge(answers, rule.profile), facts, evidence);
    },
    reproduce: ({ url }) => curlLine("-sSL -D - -o /dev/null", url),
  });
}
