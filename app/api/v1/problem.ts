import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError, ERROR_CODES, ERROR_STATUS, type ErrorCode } from "#lib/errors.ts";

/** RFC 9457 problem details, with our error code and, for bad input, what is wrong with which field. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(ERROR_CODES),
  /** Names the log line of an error that we do not explain to the caller. */
  reference: z.string().optional(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
});

const TITLES: Record<ErrorCode, string> = {
  invalid: "The input is not valid",
  unauthenticated: "Not signed in",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "In conflict with the present state",
  gone: "No longer there",
  throttled: "Too many requests",
  unavailable: "Not available at the moment",
  internal: "Something went wrong on our side",
};

type Extra = { status?: number; headers?: Record<string, string> };

/** Any thrown value as a problem. An unknown error is logged under a reference and its message is not shown. */
export function problem(error: unknown, extra: Extra = {}): Response {
  const known = error instanceof AppError ? error : error instanceof z.ZodError ? fromZod(error) : null;
  const reference = known ? undefined : randomUUID();
  if (reference) console.error(JSON.stringify({ level: "error", reference, error: stackOf(error) }));
  const code = known?.code ?? "internal";
  const status = extra.status ?? ERROR_STATUS[code];
  const body: z.infer<typeof problemSchema> = {
    type: "about:blank",
    title: TITLES[code],
    status,
    detail: known?.message ?? `Please try again. If it stays, tell us this reference: ${reference}`,
    code,
    ...(reference ? { reference } : {}),
    ...(known?.fieldErrors ? { errors: known.fieldErrors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(known?.retryAfterSeconds ? { "Retry-After": String(known.retryAfterSeconds) } : {}),
      ...extra.headers,
    },
  });
}

function fromZod(error: z.ZodError): AppError {
  const fieldErrors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "(body)";
    fieldErrors[field] = [...(fieldErrors[field] ?? []), issue.message];
  }
  const [field, messages] = Object.entries(fieldErrors)[0] ?? ["input", ["is not valid"]];
  return new AppError("invalid", `${field}: ${messages[0]}`, { fieldErrors });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
