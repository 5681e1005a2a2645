import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError, ERROR_CODES, ERROR_STATUS, type ErrorCode } from "#lib/errors.ts";
import { forLog, knownError } from "#lib/known-error.ts";

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
  const known = knownError(error);
  const reference = known ? undefined : randomUUID();
  if (reference) console.error(JSON.stringify({ level: "error", reference, error: forLog(error) }));
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
      // RFC 9110 §11.6.1 asks for it with every 401.
      ...(status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
      ...(known?.retryAfterSeconds ? { "Retry-After": String(known.retryAfterSeconds) } : {}),
      ...extra.headers,
    },
  });
}

/** What the caller gave, as the schema wants it. @throws AppError invalid, with what is wrong by field */
export function given<S extends z.ZodType>(schema: S | undefined, value: unknown): z.output<S> | undefined {
  const parsed = schema?.safeParse(value);
  if (!parsed || parsed.success) return parsed?.data;
  const fieldErrors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join(".") || "(body)";
    fieldErrors[field] = [...(fieldErrors[field] ?? []), issue.message];
  }
  const [field, messages] = Object.entries(fieldErrors)[0] ?? ["input", ["is not valid"]];
  throw new AppError("invalid", `${field}: ${messages[0]}`, { fieldErrors });
}
