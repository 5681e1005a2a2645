import { z } from "zod";
import type { PackView } from "#db/queries/views.ts";
import { moment, person } from "./common.ts";

export const pack = z.object({
  id: z.string(),
  version: z.number(),
  isDraft: z.boolean(),
  state: z.enum(["rendering", "ready", "failed"]),
  progress: z.number(),
  step: z.string(),
  sha256: z.string().nullable(),
  pages: z.number().nullable(),
  size: z.number().nullable(),
  createdBy: person.nullable(),
  createdAt: moment,
}) satisfies z.ZodType<PackView>;
