import { z } from "zod";
import { AppError } from "#lib/errors.ts";

/** @throws AppError invalid, with the messages by field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { fieldErrors, formErrors } = z.flattenError(parsed.error);
  const fields: Record<string, string[]> = {};
  for (const [field, messages] of Object.entries(fieldErrors)) {
    if (Array.isArray(messages)) fields[field] = messages.map(String);
  }
  const [message = "Some of what was given is not valid."] = [...formErrors, ...Object.values(fields).flat()];
  throw new AppError("invalid", message, { fieldErrors: fields, cause: parsed.error });
}
