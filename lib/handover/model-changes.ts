import { z } from "zod";
import { GATE_IDS, SEVERITIES } from "#lib/roadmap/ids.ts";
import { CHECK_STATUSES } from "#lib/roadmap/status.ts";
import { checkId, count, moment, text } from "./model-fields.ts";

const riskRef = z.object({ number: count, title: text, severity: z.enum(SEVERITIES) });
const gateRef = z.object({ id: z.enum(GATE_IDS), title: text });
const decisionRef = z.object({ subject: text, decision: text, decider: text.nullable() });

/** What a version changed against an earlier one. Made by `compareModels`. */
export const modelChanges = z.object({
  since: z.object({ version: count, generatedAt: moment, isDraft: z.boolean() }),
  /** Null before the first evidence. */
  readiness: z.object({ from: count.nullable(), to: count.nullable() }),
  gate: z.object({
    from: z.object({ held: count, total: count }),
    to: z.object({ held: count, total: count }),
    won: z.array(gateRef),
    lost: z.array(gateRef),
  }),
  risks: z.object({
    new: z.array(riskRef),
    /** No longer open. */
    fixed: z.array(riskRef),
    /** `what` tells each change: "severity high → medium", "no longer holds the launch back". */
    changed: z.array(riskRef.extend({ what: z.array(text) })),
  }),
  checks: z.array(
    z.object({
      id: checkId,
      number: text,
      title: text,
      from: z.enum(CHECK_STATUSES),
      to: z.enum(CHECK_STATUSES),
      isBetter: z.boolean(),
    }),
  ),
  decisions: z.object({ new: z.array(decisionRef), expired: z.array(decisionRef) }),
});

export type ModelChanges = z.infer<typeof modelChanges>;
