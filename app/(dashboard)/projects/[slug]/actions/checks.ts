"use server";

import { change } from "#app/change.ts";
import { optional, text } from "#app/form-input.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { attest } from "#lib/checks/attest.ts";
import { updateCheck } from "#lib/checks/update-check.ts";
import { waiveGate } from "#lib/checks/waive-gate.ts";
import { withdrawAttestation } from "#lib/checks/withdraw-attestation.ts";
import { withdrawWaiver } from "#lib/checks/withdraw-waiver.ts";
import type { CheckId, GateId } from "#lib/roadmap/ids.ts";

type Previous = ActionResult | null;

export async function setCheckOwnerAction(
  slug: string,
  checkId: CheckId,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await updateCheck({ ctx, input: { project: slug, checkId, ownerId: optional(form, "ownerId") ?? null } });
    return "The owner is set.";
  });
}

export async function setNotApplicableAction(
  slug: string,
  checkId: CheckId,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    const reason = optional(form, "notApplicableReason") ?? null;
    await updateCheck({ ctx, input: { project: slug, checkId, notApplicableReason: reason } });
    return reason ? "The check leaves the sum." : "The check counts again.";
  });
}

export async function attestAction(
  slug: string,
  checkId: CheckId,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await attest({
      ctx,
      input: {
        project: slug,
        checkId,
        statement: text(form, "statement"),
        link: optional(form, "link") ?? null,
        observedAt: optional(form, "observedAt") ?? ctx.now,
        expiresAt: optional(form, "expiresAt") ?? null,
        isOverride: form.get("isOverride") !== null,
      },
    });
    return "The attestation is recorded.";
  });
}

export async function withdrawAttestationAction(
  slug: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await withdrawAttestation({ ctx, input: { project: slug, attestation: text(form, "attestation") } });
    return "The attestation is withdrawn.";
  });
}

export async function waiveGateAction(
  slug: string,
  gateId: GateId,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await waiveGate({
      ctx,
      input: { project: slug, gateId, reason: text(form, "reason"), expiresAt: text(form, "expiresAt") },
    });
    return "The waiver is recorded.";
  });
}

export async function withdrawWaiverAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    await withdrawWaiver({ ctx, input: { project: slug, waiver: text(form, "waiver") } });
    return "The waiver is withdrawn.";
  });
}
