import type { CheckId } from "#lib/roadmap/ids.ts";
import { texts } from "./properties.ts";
import type { ResultIn, RuleIn } from "./schema.ts";

/**
 * CWE numbers → the check whose bar they break. Where a weakness breaks several, the one that a team would look into
 * first.
 */
const BY_CWE: readonly (readonly [CheckId, readonly number[]])[] = [
  ["secret-storage", [256, 257, 259, 260, 312, 313, 315, 318, 321, 522, 538, 540, 547, 798]],
  ["secret-rotation", [262, 263, 324]],
  ["log-masking", [117, 209, 210, 211, 215, 497, 532, 1295]],
  ["role-boundaries", [284, 285, 425, 639, 862, 863]],
  ["least-privilege-scopes", [250, 266, 267, 268, 269, 272, 276, 277, 732]],
  ["token-rejection", [287, 288, 289, 290, 294, 302, 303, 304, 305, 306, 345, 346, 347, 1390]],
  ["login-flow", [204, 308, 521, 603, 640]],
  ["rate-limits", [307, 799, 837]],
  ["session-lifecycle", [352, 384, 488, 539, 613, 1275]],
  ["subdomain-auth", [565, 784, 942]],
  ["https-everywhere", [295, 297, 299, 311, 319, 326, 327, 328, 523, 614, 757, 1004]],
  ["certificate-renewal", [298]],
  ["cache-safety", [524, 525]],
  ["downstream-timeouts", [1088]],
  ["environment-separation", [489, 1188]],
  [
    "payload-validation",
    [
      20, 22, 23, 36, 73, 74, 77, 78, 79, 80, 83, 88, 89, 90, 91, 94, 95, 98, 113, 116, 119, 120, 125, 134, 190, 400,
      409, 415, 416, 434, 444, 470, 476, 502, 601, 611, 643, 674, 730, 770, 776, 787, 917, 918, 943, 1321, 1333, 1336,
    ],
  ],
];

/** Where no CWE says it: words in the rule's id, name and tags, the first that fits. */
const BY_WORD: readonly (readonly [CheckId, RegExp])[] = [
  ["secret-storage", /secret|credential|password|passphrase|api[-_ ]?key|access[-_ ]?(?:key|token)|private[-_ ]?key/],
  ["log-masking", /\blog(?:s|ging)?\b|stack[-_ ]?trace/],
  ["token-rejection", /\bjwt\b|authenticat|signature/],
  ["role-boundaries", /authori[sz]ation|access[-_ ]?control|\bidor\b/],
  ["session-lifecycle", /session|csrf/],
  ["least-privilege-scopes", /privileg|\biam\b|wildcard|root[-_ ]?user/],
  ["https-everywhere", /\btls\b|\bssl\b|https|certificate|cleartext|cipher|crypto/],
  ["rate-limits", /rate[-_ ]?limit|throttl/],
  ["downstream-timeouts", /time-?out/],
];

/**
 * What a scanner of code finds and nothing above places (vulnerable components among it, for which the roadmap has no
 * check) is mostly reached by input that the code trusts. People can move it to another check.
 */
const OTHERWISE: CheckId = "payload-validation";

const CWE = /cwe[-_: ]{0,2}0*(\d{1,4})\b/gi;
const LOOKED_AT = 4000;
const TAXA_MAX = 50;

/** The check that an imported finding is laid to. */
export function checkOf(result: ResultIn, rule: RuleIn | null, ruleId: string): CheckId {
  const tags = [rule?.properties, result.properties].flatMap((bag) => [...texts(bag, "tags"), ...texts(bag, "cwe")]);
  const related = (rule?.relationships ?? []).slice(0, TAXA_MAX).map(({ target }) => target);
  const taxa = [...(result.taxa ?? []).slice(0, TAXA_MAX), ...related]
    .filter((taxon) => taxon?.toolComponent?.name?.toUpperCase() === "CWE")
    .map((taxon) => `cwe-${taxon?.id?.slice(0, 20).replace(/^cwe-/i, "") ?? ""}`);
  const said = [...tags, ...taxa].join(" ").slice(0, LOOKED_AT);
  const numbers = new Set([...said.matchAll(CWE)].map(([, number]) => Number(number)));
  const byCwe = BY_CWE.find(([, own]) => own.some((number) => numbers.has(number)));
  if (byCwe) return byCwe[0];
  const words = [ruleId.slice(0, LOOKED_AT), rule?.name?.slice(0, LOOKED_AT) ?? "", ...tags]
    .join(" ")
    .toLowerCase()
    .slice(0, LOOKED_AT);
  return BY_WORD.find(([, pattern]) => pattern.test(words))?.[0] ?? OTHERWISE;
}
