import type { StageSummary } from "#db/queries/views.ts";
import type { Role } from "#lib/auth/permissions.ts";

/** What the frame around the pages needs to know. */
export type ShellProject = {
  slug: string;
  name: string;
  role: Role;
  blockers: number;
  stages: StageSummary[];
};
export type ShellUser = { name: string; email: string };
