import type { Role } from "#lib/auth/permissions.ts";

/** What each role is for, in one sentence. */
export const ROLE_WORDS: Record<Role, string> = {
  founder: "decides: risks, waivers, members, settings",
  engineer: "does the work: audits, fixes, evidence, handover",
  client: "reads the board, the risks and the handover",
};
