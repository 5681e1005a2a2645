import { evaluate } from "#lib/audits/evaluate.ts";
import { nameResolvers } from "#lib/audits/name-resolvers.ts";
import { PUBLIC_PARTS, PUBLIC_RULES } from "#lib/audits/public-rules.ts";
import { ALGORITHM_VERSION } from "#lib/audits/registry.ts";
import { buildReport } from "#lib/audits/report.ts";
import { beginDomainCheck } from "#lib/domain-checks/begin-domain-check.ts";
import { failDomainCheck } from "#lib/domain-checks/fail-domain-check.ts";
import { finishDomainCheck } from "#lib/domain-checks/finish-domain-check.ts";
import { AppError } from "#lib/errors.ts";
import { observe } from "#lib/probes/observe.ts";
import { publicEgress, publicUrl } from "#lib/public-target.ts";
import packageFile from "#package" with { type: "json" };
import { CHECK_BUDGET_SECONDS, type JobPayload } from "../definitions.ts";
import { type JobTools, jobCtx } from "./job-context.ts";

/** Looks at a host for somebody without an account, as a person at a terminal would with `launch-ready audit`. */
export async function checkDomain(payload: JobPayload<"check-domain">, tools: JobTools): Promise<void> {
  const ctx = () => jobCtx(tools, "check-domain");
  const begun = await beginDomainCheck({ ctx: ctx(), input: payload });
  if (!begun) return;
  const signal = AbortSignal.any([tools.signal, AbortSignal.timeout(CHECK_BUDGET_SECONDS * 1_000)]);
  try {
    const target = { url: publicUrl(begun.host) };
    const options = { egress: publicEgress(tools.egress), parts: PUBLIC_PARTS, signal, now: tools.now };
    const observation = nameResolvers(await observe(target, options));
    tools.signal.throwIfAborted();
    const results = evaluate(observation, PUBLIC_RULES);
    const tool = { name: packageFile.name, version: packageFile.version, algorithm: ALGORITHM_VERSION };
    await finishDomainCheck({ ctx: ctx(), input: { ...payload, report: buildReport({ tool, observation, results }) } });
  } catch (error) {
    if (!(error instanceof AppError) || tools.signal.aborted) throw error;
    await failDomainCheck({ ctx: ctx(), input: payload });
  }
}
