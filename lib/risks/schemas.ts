import { z } from "zod";
import { CHECK_IDS, SEVERITIES } from "#lib/roadmap/ids.ts";

const level = z.int().min(1, "From 1 to 5.").max(5, "From 1 to 5.");

/** What people may say of a risk. Dates come as ISO 8601 or as a Date. */
export const riskFields = {
  title: z.string().trim().min(3, "Say in a few words what may go wrong.").max(200),
  description: z.string().trim().max(5000),
  checkId: z.enum(CHECK_IDS),
  severity: z.enum(SEVERITIES),
  likelihood: level,
  impact: level,
  ownerId: z.uuid().nullable(),
  dueAt: z.coerce.date().nullable(),
};
export const reason = z.string().trim().min(3, "Say why, in a sentence.").max(2000);
