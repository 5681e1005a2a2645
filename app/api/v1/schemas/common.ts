import { z } from "zod";
import { CHECK_IDS, SEVERITIES, STAGE_IDS } from "#lib/roadmap/ids.ts";

export const moment = z.iso.datetime();
export const checkId = z.enum(CHECK_IDS);
export const stageId = z.enum(STAGE_IDS);
export const severity = z.enum(SEVERITIES);
export const environment = z.enum(["production", "staging", "development"]);
export const person = z.object({ id: z.string(), name: z.string() });
/** `id` is null for a job. */
export const actor = z.object({ id: z.string().nullable(), name: z.string() });
export const reference = z.object({ label: z.string(), url: z.string() });
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
export const projectParams = z.object({ project: z.string() });

export const activity = z.object({
  id: z.string(),
  at: moment,
  actor,
  action: z.string(),
  objectType: z.string(),
  objectId: z.string(),
  details: z.record(z.string(), z.unknown()),
});
