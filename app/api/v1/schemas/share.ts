import { z } from "zod";
import type { BrandingView, ShareView, SignOffView } from "#db/queries/views.ts";
import { moment, person } from "./common.ts";

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
  hasPassphrase: z.boolean(),
  canSignOff: z.boolean(),
}) satisfies z.ZodType<ShareView>;

export const createdShare = z.object({
  id: z.string(),
  token: z.string(),
  path: z.string(),
  /** The one that was made for the link, told this once. */
  passphrase: z.string().nullable(),
  expiresAt: moment,
});

export const signOff = z.object({
  id: z.string(),
  version: z.number(),
  isDraft: z.boolean(),
  sha256: z.string(),
  name: z.string(),
  organisation: z.string(),
  remark: z.string(),
  signedAt: moment,
  shareId: z.string().nullable(),
  link: z.string().nullable(),
}) satisfies z.ZodType<SignOffView>;

export const branding = z.object({
  clientName: z.string(),
  accent: z.string().nullable(),
  paper: z.enum(["a4", "letter"]),
  logo: z.string().nullable(),
  updatedAt: moment.nullable(),
}) satisfies z.ZodType<BrandingView>;
