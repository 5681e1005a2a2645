"use server";

import { change } from "#app/change.ts";
import { list, optional, text } from "#app/form-input.ts";
import { outcomesInWords } from "#components/risks/bulk-words.ts";
import { DONE_WORDS, KEEP_OWNER } from "#components/risks/decision-form-words.ts";
import type { ActionResult } from "#components/ui/action.ts";
import type { Treatment } from "#db/queries/views.ts";
import { approveDecision } from "#lib/risks/approve-decision.ts";
import { assignRisks } from "#lib/risks/assign-risks.ts";
import { decideRisks } from "#lib/risks/decide-risks.ts";
import { declineDecision } from "#lib/risks/decline-decision.ts";
import { proposeDecisions } from "#lib/risks/propose-decisions.ts";
import { withdrawDecision } from "#lib/risks/withdraw-decision.ts";

type Previous = ActionResult | null;

const numbersOf = (form: FormData) => list(form, "numbers").map(Number);

/** The fields of the decision form; the verbs' schema refuses what is not one of them. */
function decisionOf(form: FormData) {
  const owner = text(form, "ownerId");
  return {
    treatment: text(form, "treatment") as Treatment,
    reason: text(form, "reason"),
    compensatingControl: text(form, "compensatingControl"),
    expiresAt: optional(form, "expiresAt") ?? null,
    ...(owner === KEEP_OWNER ? {} : { ownerId: owner === "" ? null : owner }),
  };
}

export async function decideRisksAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    const decision = decisionOf(form);
    const outcomes = await decideRisks({ ctx, input: { project: slug, numbers: numbersOf(form), ...decision } });
    return outcomesInWords(outcomes, DONE_WORDS[decision.treatment]);
  });
}

export async function proposeDecisionsAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    const decision = decisionOf(form);
    const outcomes = await proposeDecisions({ ctx, input: { project: slug, numbers: numbersOf(form), ...decision } });
    return outcomesInWords(outcomes, DONE_WORDS[decision.treatment]);
  });
}

export async function assignRisksAction(slug: string, _previous: Previous, form: FormData): Promise<ActionResult> {
  return change(async (ctx) => {
    const isGiven = (name: string) => form.get(name) !== null;
    const outcomes = await assignRisks({
      ctx,
      input: {
        project: slug,
        numbers: numbersOf(form),
        ...(isGiven("ownerId") ? { ownerId: optional(form, "ownerId") ?? null } : {}),
        ...(isGiven("dueAt") ? { dueAt: optional(form, "dueAt") ?? null } : {}),
      },
    });
    return outcomesInWords(outcomes, "changed");
  });
}

export async function approveDecisionAction(
  slug: string,
  number: number,
  decision: string,
  _previous: Previous,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await approveDecision({ ctx, input: { project: slug, number, decision } });
    return `The decision on risk ${number} counts from now on.`;
  });
}

export async function declineDecisionAction(
  slug: string,
  number: number,
  decision: string,
  _previous: Previous,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await declineDecision({ ctx, input: { project: slug, number, decision, reason: text(form, "reason") } });
    return `The decision on risk ${number} is declined.`;
  });
}

export async function withdrawDecisionAction(
  slug: string,
  number: number,
  decision: string,
  _previous: Previous,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await withdrawDecision({ ctx, input: { project: slug, number, decision } });
    return `What was asked about risk ${number} is taken back.`;
  });
}
