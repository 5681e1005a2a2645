import { readHsts } from "./hsts.ts";

export type PreloadProblem =
  | "subdomains-missing"
  | "preload-missing"
  | "max-age-missing"
  | "max-age-zero"
  | "max-age-below-a-year"
  | "max-age-above-ten-years";

const YEAR = 31_536_000;

/**
 * What keeps a value off the preload list that browsers ship (hstspreload.org, submission requirements), and what its
 * keepers only warn of. The list also looks at the redirect, at the certificate and at subdomains, which this does not.
 */
export function judgePreload(value: string): { problems: PreloadProblem[]; warnings: PreloadProblem[] } {
  const { maxAgeSeconds, includeSubDomains, preload } = readHsts(value);
  const problems: [PreloadProblem, boolean][] = [
    ["subdomains-missing", !includeSubDomains],
    ["preload-missing", !preload],
    ["max-age-missing", maxAgeSeconds === null],
    ["max-age-zero", maxAgeSeconds === 0],
    ["max-age-below-a-year", maxAgeSeconds !== null && maxAgeSeconds > 0 && maxAgeSeconds < YEAR],
  ];
  return {
    problems: problems.flatMap(([problem, holds]) => (holds ? [problem] : [])),
    warnings: maxAgeSeconds !== null && maxAgeSeconds > 10 * YEAR ? ["max-age-above-ten-years"] : [],
  };
}
