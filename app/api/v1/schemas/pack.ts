import { z } from "zod";
import type { PackView, ShareView } from "#db/queries/views.ts";
import { moment, person } from "./common.ts";

export const pack = z.object({
  id: z.string(),
  version: z.number(),
  isDraft: z.boolean(),
  state: z.enum(["rendering", "ready", "failed"]),
  sha256: z.string().nullable(),
  pages: z.number().nullable(),
  size: z.number().nullable(),
  createdBy: person.nullable(),
  createdAt: moment,
}) satisfies z.ZodType<PackView>;

export const share = z.object({
  id: z.string(),
  packVersion: z.number(),
  label: z.string(),
  views: z.number(),
  viewsMax: z.number(),
  createdBy: person.nullable(),
  createdAt: moment,
  expiresAt: moment,
  revokedAt: moment.nullable(),
  lastViewedAt: moment.nullable(),
  state: z.enum(["active", "expired", "revoked", "used_up"]),
}) satisfies z.ZodType<ShareView>;
