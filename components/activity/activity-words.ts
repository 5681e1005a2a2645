import type { ActivityView } from "#db/queries/views.ts";

const WORDS: Readonly<Record<string, string>> = {
  "project.create": "created the project",
  "project.update": "changed the project",
  "project.archive": "archived the project",
  "target.add": "added a target",
  "target.remove": "removed a target",
  "run.start": "started an audit",
  "run.cancel": "cancelled an audit",
  "run.finish": "finished an audit",
  "run.fail": "could not finish an audit",
  "check.update": "changed the check",
  "check.attest": "attested the check",
  "attestation.create": "attested the check",
  "attestation.withdraw": "withdrew an attestation",
  "risk.create": "added the risk",
  "risk.find": "found the fault",
  "risk.update": "changed the risk",
  "risk.mark_fixed": "marked it fixed",
  "risk.verify": "verified the fix",
  "risk.reopen": "saw the fault again and reopened it",
  "risk.decide": "decided on the risk",
  "risk.close": "closed the risk",
  "gate.waive": "waived a minimum-bar item",
  "waiver.withdraw": "withdrew a waiver",
  "pack.create": "made a handover pack",
  "share.create": "made a share link",
  "share.revoke": "revoked a share link",
  "member.invite": "invited somebody",
  "member.join": "joined",
  "member.change_role": "changed a role",
  "member.remove": "removed a member",
  "deployment.record": "recorded a deployment",
};

/** "marked it fixed" for `risk.mark_fixed`; an action without words of its own is read out as it is. */
export function activityWords({ action }: Pick<ActivityView, "action">): string {
  return WORDS[action] ?? action.replace(".", ": ").replaceAll("_", " ");
}
