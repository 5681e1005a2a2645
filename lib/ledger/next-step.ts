import type { Verdict } from "#lib/audits/types.ts";

/** What the evidence of one run says about a finding. `silent`: it could not be looked at. */
export type Statement = "seen" | "clean" | "silent";
export type RiskState = "open" | "rechecking" | "verified" | "closed";

export type Step = "create" | "create_verified" | "keep" | "verify" | "reopen" | "recheck_failed" | "recheck_silent";

/** That a rule does not apply any more (the page is another site's now) proves no fix. */
const BY_VERDICT = {
  fail: "seen",
  warn: "seen",
  pass: "clean",
  not_applicable: "silent",
  inconclusive: "silent",
  error: "silent",
  not_run: "silent",
} as const satisfies Record<Verdict, Statement>;

/** Several targets can share a finding: one sight of it is enough, and all must be clean. */
export function statementOf(verdicts: readonly Verdict[]): Statement {
  const statements = verdicts.map((verdict) => BY_VERDICT[verdict]);
  if (statements.includes("seen")) return "seen";
  return statements.length > 0 && statements.every((one) => one === "clean") ? "clean" : "silent";
}

const STEPS: Record<RiskState | "absent", Record<Statement, Step>> = {
  absent: { seen: "create", clean: "keep", silent: "keep" },
  open: { seen: "keep", clean: "verify", silent: "keep" },
  verified: { seen: "reopen", clean: "keep", silent: "keep" },
  closed: { seen: "reopen", clean: "keep", silent: "keep" },
  rechecking: { seen: "recheck_failed", clean: "verify", silent: "recheck_silent" },
};

type Sight = {
  statement: Statement;
  /** The run saw the fault, though newer evidence may say that it is gone. */
  wasSeen: boolean;
  /** The run is the one that this risk's "mark fixed" started. */
  isOwnRecheck: boolean;
};

/** What becomes of a risk. While it is being rechecked, only its own verify run decides. */
export function nextStep(state: RiskState | "absent", { statement, wasSeen, isOwnRecheck }: Sight): Step {
  if (state === "rechecking" && !isOwnRecheck) return "keep";
  if (state === "absent" && statement === "clean" && wasSeen) return "create_verified";
  return STEPS[state][statement];
}
