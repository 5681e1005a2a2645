import { AppError } from "#lib/errors.ts";

const DAY_MS = 86_400_000;

/** An end that is required, still to come and not too far away. @throws AppError invalid, on the named field */
export function futureWithin(end: Date | null | undefined, daysMax: number, now: Date, field: string): Date {
  const days = end ? (end.getTime() - now.getTime()) / DAY_MS : 0;
  if (end && days > 0 && days <= daysMax) return end;
  const message = end
    ? `Choose an end that is still to come and at most ${daysMax} days away.`
    : `Say until when, at most ${daysMax} days from now.`;
  throw new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}
