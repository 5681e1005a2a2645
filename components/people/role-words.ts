import type { Role } from "#lib/auth/permissions.ts";

/** What each role is for, in one sentence. */
export const ROLE_WORDS: Record<Role, string> = {
  founder: "decides on risks, waivers, members and settings",
  engineer: "does the audits, fixes, evidence and handover",
  client: "reads the board, the risks and the handover",
};
