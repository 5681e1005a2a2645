/** Who may do what in a project. The one table; verbs and queries ask it, the UI only mirrors it. */
export const ROLES = ["founder", "engineer", "client"] as const;
export type Role = (typeof ROLES)[number];

const FOUNDER = ["founder"] as const;
const CLIENT = ["client"] as const;
const TEAM = ["founder", "engineer"] as const;
const EVERYONE = ROLES;

export const PERMISSIONS = {
  "project.read": EVERYONE,
  "project.update": FOUNDER,
  "project.archive": FOUNDER,
  "member.read": TEAM,
  "member.manage": FOUNDER,
  "member.remove": FOUNDER,
  "target.manage": TEAM,
  /** Takes a host that was found out of what the gate waits for, which is a decision too. */
  "host.ignore": FOUNDER,
  "schedule.manage": TEAM,
  "run.start": TEAM,
  "run.cancel": TEAM,
  "check.update": TEAM,
  /** Takes the check out of readiness and out of the gate, so it is as much a decision as a waiver. */
  "check.exclude": FOUNDER,
  "attestation.write": TEAM,
  "attestation.override": FOUNDER,
  "waiver.write": FOUNDER,
  "risk.write": TEAM,
  "risk.mark_fixed": TEAM,
  "risk.import": TEAM,
  /** To ask for a decision. */
  "risk.propose": TEAM,
  "risk.decide": FOUNDER,
  /** To be the second person behind a decision that somebody else asked for; the verb knows when a founder is needed. */
  "risk.second": TEAM,
  "view.manage": TEAM,
  /** Owners, other ways in, runbooks, links. */
  "record.write": TEAM,
  "record.read": EVERYONE,
  "sprint.manage": TEAM,
  "deployment.write": TEAM,
  "pack.read": EVERYONE,
  "pack.write": TEAM,
  /** The founders do not accept their own work. */
  "pack.sign_off": CLIENT,
  "branding.write": FOUNDER,
  "share.read": TEAM,
  "share.manage": TEAM,
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

export function isAllowed(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
