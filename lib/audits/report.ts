import { z } from "zod";
import { CHECK_IDS, SEVERITIES } from "#lib/roadmap/ids.ts";
import type { Observation } from "./observation.ts";
import type { Result, Verdict } from "./types.ts";
import { VERDICTS } from "./types.ts";

const reportResult = z.object({
  rule: z.string().meta({ description: "area/name; stable" }),
  check: z.enum(CHECK_IDS).meta({ description: "The item of the roadmap that this rule feeds" }),
  verdict: z.enum(VERDICTS),
  severity: z.enum(SEVERITIES),
  summary: z.string().meta({ description: "One plain sentence" }),
  evidence: z
    .array(z.object({ label: z.string(), value: z.string().max(1024) }))
    .meta({ description: "What was seen; text of the target, clipped and made visible" }),
  publish: z
    .array(z.object({ name: z.string(), type: z.string(), value: z.string() }))
    .default([])
    .meta({ description: "DNS records that would mend it, ready to paste" }),
  observedAt: z.iso.datetime(),
  reproduce: z.string().meta({ description: "A shell line that shows the same" }),
});

/** What `launch-ready audit --format json` prints. */
export const auditReportSchema = z.object({
  tool: z.object({
    name: z.string(),
    version: z.string(),
    algorithm: z.int().meta({ description: "Rises when the same observation may be judged differently" }),
  }),
  target: z.url(),
  domain: z.string().meta({ description: "The registrable domain of the target" }),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  results: z.array(reportResult),
  counts: z.record(z.enum(VERDICTS), z.int().nonnegative()),
});
export type AuditReport = z.infer<typeof auditReportSchema>;

export function buildReport(given: {
  tool: AuditReport["tool"];
  observation: Pick<Observation, "target" | "startedAt" | "finishedAt">;
  results: readonly Result[];
}): AuditReport {
  const { target, startedAt, finishedAt } = given.observation;
  return {
    tool: given.tool,
    target: target.url,
    domain: target.domain,
    startedAt,
    finishedAt,
    results: given.results.map(({ code: _, ...result }) => result),
    counts: countVerdicts(given.results),
  };
}

function countVerdicts(results: readonly Pick<Result, "verdict">[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of results) counts[verdict] += 1;
  return counts;
}

/** Where the published copy lives, relative to the instance. */
export const REPORT_SCHEMA_PATH = "/schemas/audit-report.schema.json";

export function reportJsonSchema(): unknown {
  // As input: a reader of the report should not break when a later version adds a field.
  const schema = z.toJSONSchema(auditReportSchema, { io: "input" });
  return { ...schema, title: "Launch Ready audit report" };
}

export { toText } from "./report-text.ts";
