import { and, desc, eq, inArray, max, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { results, risks, runs } from "#db/schema/index.ts";
import { recordActivity } from "#lib/activity/record-activity.ts";
import type { Ctx } from "#lib/ctx.ts";
import { exposureOf, followedExposure } from "./exposure.ts";
import { type Finding, groupFindings, type Judged } from "./group-findings.ts";
import type { Run } from "./insert-run.ts";
import { nextStep, type Step } from "./next-step.ts";
import { toResult } from "./result-rows.ts";

type Risk = typeof risks.$inferSelect;
const TITLE_MAX = 200;

/**
 * Lays the results of a run over the register: the same evidence twice changes nothing, not even a row's date.
 * The caller holds the project's lock.
 */
export async function applyFindings(tx: Db, ctx: Ctx, run: Run, judged: readonly Judged[]): Promise<void> {
  const findings = groupFindings(judged, await newestOnRecord(tx, run));
  const fingerprints = findings.map((finding) => finding.fingerprint);
  const known = await tx
    .select()
    .from(risks)
    .where(and(eq(risks.projectId, run.projectId), inArray(risks.fingerprint, fingerprints)));
  const byFingerprint = new Map(known.map((risk) => [risk.fingerprint, risk]));
  for (const finding of findings) {
    const risk = byFingerprint.get(finding.fingerprint);
    const isOwnRecheck = risk !== undefined && run.reason === "verify" && run.riskId === risk.id;
    const step = nextStep(risk?.state ?? "absent", {
      statement: finding.statement,
      wasSeen: finding.sight !== null,
      isOwnRecheck,
    });
    if (risk) await changeRisk(tx, ctx, { run, risk, finding, step });
    else if (step !== "keep") await createRisk(tx, ctx, { run, finding, isVerified: step === "create_verified" });
  }
}

/** The newest look of other finished runs at the same targets and rules; what could not be looked at is not one. */
async function newestOnRecord(tx: Db, run: Run): Promise<Judged[]> {
  const rows = await tx
    .selectDistinctOn([results.targetId, results.rule])
    .from(results)
    .innerJoin(runs, eq(runs.id, results.runId))
    .where(
      and(
        eq(results.projectId, run.projectId),
        inArray(results.targetId, run.targetIds),
        inArray(results.rule, run.rules),
        inArray(results.verdict, ["pass", "warn", "fail"]),
        eq(runs.state, "finished"),
        ne(runs.id, run.id),
      ),
    )
    .orderBy(results.targetId, results.rule, desc(results.observedAt));
  return rows.map(({ results: row }) => ({
    runId: row.runId,
    targetId: row.targetId,
    fingerprint: row.fingerprint ?? "",
    result: toResult(row),
  }));
}

type Creation = { run: Run; finding: Finding; isVerified: boolean };

async function createRisk(tx: Db, ctx: Ctx, { run, finding, isVerified }: Creation): Promise<void> {
  const { targetId, result } = finding.sight ?? finding.judged;
  const [last] = await tx
    .select({ number: max(risks.number) })
    .from(risks)
    .where(eq(risks.projectId, run.projectId));
  const number = (last?.number ?? 0) + 1;
  const [risk] = await tx
    .insert(risks)
    .values({
      projectId: run.projectId,
      number,
      fingerprint: finding.fingerprint,
      title: titleOf(result.summary),
      checkId: result.check,
      rule: result.rule,
      targetId,
      severity: result.severity,
      ...exposureOf(result.severity),
      state: isVerified ? "verified" : "open",
      foundRunId: run.id,
      lastSeenRunId: run.id,
      verifiedRunId: isVerified ? finding.judged.runId : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      closedAt: isVerified ? ctx.now : null,
    })
    .returning({ id: risks.id });
  if (!risk) throw new Error("The risk was not stored.");
  await recordActivity(tx, ctx, {
    projectId: run.projectId,
    action: "risk.found",
    objectType: "risk",
    objectId: risk.id,
    details: { number, title: titleOf(result.summary), severity: result.severity, run: run.number },
  });
}

type Change = { run: Run; risk: Risk; finding: Finding; step: Step };

async function changeRisk(tx: Db, ctx: Ctx, { run, risk, finding, step }: Change): Promise<void> {
  const { result, runId } = finding.judged;
  const isSeen = finding.statement === "seen";
  const isOtherSeverity = isSeen && result.severity !== risk.severity;
  if (step === "keep" && (!isOtherSeverity || risk.state !== "open")) return;

  const seen = isSeen && {
    title: titleOf(result.summary),
    severity: result.severity,
    ...followedExposure(risk, result.severity),
    lastSeenRunId: runId,
  };
  const [action, state] = OUTCOMES[step];
  await tx
    .update(risks)
    .set({
      ...seen,
      state,
      verifiedRunId: state === "verified" ? runId : null,
      closedAt: state === "verified" ? ctx.now : null,
      updatedAt: ctx.now,
    })
    .where(and(eq(risks.projectId, risk.projectId), eq(risks.id, risk.id)));
  await recordActivity(tx, ctx, {
    projectId: risk.projectId,
    action,
    objectType: "risk",
    objectId: risk.id,
    details: {
      number: risk.number,
      run: run.number,
      summary: result.summary,
      ...(isOtherSeverity && { severity: { from: risk.severity, to: result.severity } }),
    },
  });
}

const OUTCOMES = {
  create: ["risk.found", "open"],
  create_verified: ["risk.found", "verified"],
  keep: ["risk.severity_changed", "open"],
  verify: ["risk.verified", "verified"],
  reopen: ["risk.reopened", "open"],
  recheck_failed: ["risk.reopened", "open"],
  recheck_silent: ["risk.recheck_inconclusive", "open"],
} as const satisfies Record<Step, readonly [string, Risk["state"]]>;

function titleOf(summary: string): string {
  return Array.from(summary).slice(0, TITLE_MAX).join("");
}
