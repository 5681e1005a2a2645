import type { FetchedTwice } from "../observation/assets.ts";
import type { PartValue } from "../observation.ts";
import { asksEachTime, cacheControl, forbidsSharing, sharedLifetime } from "../parse/cache-control.ts";
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
  shared: { verdict: "warn", severity: "medium" },
  hit: { verdict: "fail", severity: "medium" },
  cookie: { verdict: "fail", severity: "high" },
  "other-answer": { verdict: "not_applicable", severity: "info" },
  elsewhere: { verdict: "not_applicable", severity: "info" },
} as const;

type Answer = NonNullable<FetchedTwice["first"]>;

/**
 * What shared caches may do with an answer (RFC 9111 §3): a cookie does not keep it out of them (§7.3), silence leaves
 * it to their own judgement (§4.2.2), and Age (§5.1) or their own word shows that they did.
 */
function judge(answers: readonly Answer[]): keyof typeof OUTCOMES {
  const policies = answers.map(({ headers }) => cacheControl(headers));
  const setsCookie = answers.some(({ headers }) => headerValues(headers, "set-cookie").length > 0);
  const isShared = policies.some((policy) => {
    if (forbidsSharing(policy) || asksEachTime(policy)) return false;
    return (sharedLifetime(policy) ?? 0) > 0 || policy.has("public");
  });
  if (setsCookie && isShared) return "cookie";
  if (answers.some(({ headers }) => cacheProof(headers)?.state === "hit")) return "hit";
  if (isShared) return "shared";
  if (policies.every(forbidsSharing)) return "ok";
  return policies.every((policy) => forbidsSharing(policy) || asksEachTime(policy)) ? "asked" : "silent";
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
    outcomes: OUTCOMES,
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
      return outcome(judge(answers), facts, evidence);
    },
    reproduce: ({ url }) => curlLine("-sSL -D - -o /dev/null", url),
  });
}
