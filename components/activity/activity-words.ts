import type { ActivityView } from "#db/queries/views.ts";

const WORDS: Readonly<Record<string, string>> = {
  "project.created": "created the project",
  "project.updated": "changed the project",
  "project.archived": "archived the project",
  "target.added": "added a target",
  "target.removed": "removed a target",
  "run.started": "started an audit",
  "run.cancel_requested": "cancelled an audit",
  "run.finished": "finished an audit",
  "run.failed": "could not finish an audit",
  "check.updated": "changed the check",
  "check.attested": "attested the check",
  "check.overridden": "overrode the check",
  "check.attestation_withdrawn": "withdrew an attestation",
  "gate.waived": "waived the item",
  "gate.waiver_withdrawn": "withdrew the waiver",
  "risk.created": "added the risk",
  "risk.found": "found the fault",
  "risk.updated": "changed the risk",
  "risk.mark_fixed": "marked it fixed",
  "risk.verified": "looked again and verified the fix",
  "risk.reopened": "saw the fault and reopened it",
  "risk.recheck_inconclusive": "could not look; it stays open",
  "risk.decided": "decided on the risk",
  "risk.closed": "closed the risk",
  "pack.created": "made a handover pack",
  "pack.rendered": "rendered a handover pack",
  "pack.failed": "could not render a handover pack",
  "share.created": "made a share link",
  "share.revoked": "revoked a share link",
  "member.invited": "invited somebody",
  "member.invitation_revoked": "revoked an invitation",
  "member.joined": "joined",
  "member.role_changed": "changed a role",
  "member.removed": "removed a member",
  "deployment.recorded": "recorded a deployment",
};

/** "marked it fixed" for `risk.mark_fixed`; an action without words of its own is read out as it is. */
export function activityWords({ action }: Pick<ActivityView, "action">): string {
  return WORDS[action] ?? action.replace(".", ": ").replaceAll("_", " ");
}
