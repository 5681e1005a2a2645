import type { RegisterActions } from "#components/risks/register.tsx";
import type { RegisterMay } from "#components/risks/register-context.ts";
import type { ViewActions } from "#components/risks/saved-views.tsx";
import { isAllowed, type Role } from "#lib/auth/permissions.ts";
import { assignRisksAction, decideRisksAction, proposeDecisionsAction } from "../actions/decisions.ts";
import { markFixedAction, updateRiskAction } from "../actions/risks.ts";
import { deleteViewAction, saveViewAction } from "../actions/views.ts";

/** What the page offers; the verbs decide. */
export function registerMay(role: Role): RegisterMay {
  const asks = isAllowed(role, "risk.propose") ? "propose" : null;
  return {
    write: isAllowed(role, "risk.write"),
    markFixed: isAllowed(role, "risk.mark_fixed"),
    decide: isAllowed(role, "risk.decide") ? "decide" : asks,
  };
}

/** Who may decide decides; the others of the team ask for it. */
export function decideAction(slug: string, role: Role) {
  return (isAllowed(role, "risk.decide") ? decideRisksAction : proposeDecisionsAction).bind(null, slug);
}

export function registerActions(slug: string, role: Role): RegisterActions {
  return {
    update: updateRiskAction.bind(null, slug),
    markFixed: markFixedAction.bind(null, slug),
    decide: decideAction(slug, role),
    assign: assignRisksAction.bind(null, slug),
  };
}

export function viewActions(slug: string, role: Role): ViewActions | null {
  if (!isAllowed(role, "view.manage")) return null;
  return { save: saveViewAction.bind(null, slug), delete: deleteViewAction.bind(null, slug) };
}
