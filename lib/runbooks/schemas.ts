import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { looksSecret } from "#lib/roadmap/records/looks-secret.ts";
import type { RunbookStep } from "#lib/roadmap/records/types.ts";
import { uuidv7 } from "#lib/uuid.ts";

export const title = z.string().trim().min(3, "Give it a title of a few words.").max(120);
export const steps = z
  .array(
    z.object({
      text: z.string().trim().min(3, "Say in a sentence what is to be done.").max(500),
      command: z.string().trim().max(500).default(""),
    }),
  )
  .max(40, "A runbook has at most 40 steps. Split it in two.");

export type StepText = z.output<typeof steps>[number];

/** What is written here is read by many and put into packs. @throws AppError invalid, on the named field */
export function refuseSecrets(field: string, texts: readonly string[]): void {
  const at = texts.findIndex(looksSecret);
  if (at === -1) return;
  const where = texts.length > 1 ? ` (step ${at + 1})` : "";
  const message = `This looks as if it held a secret${where}. Say where it is kept instead, or write NAME in its place.`;
  throw new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}

/** A step that reads as before keeps its id and with it who has done it; every other is new, and done by nobody. */
export function withIds(given: readonly StepText[], before: readonly RunbookStep[]): RunbookStep[] {
  const left = [...before];
  return given.map(({ text, command }) => {
    const same = left.findIndex((step) => step.text === text && step.command === command);
    const [kept] = same === -1 ? [] : left.splice(same, 1);
    return { id: kept?.id ?? uuidv7(), text, command };
  });
}
