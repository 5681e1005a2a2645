export const ERROR_CODES = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "gone",
  "throttled",
  "unavailable",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** HTTP status of each code. */
export const ERROR_STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  throttled: 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

type Options = { cause?: unknown; fieldErrors?: Record<string, string[]>; retryAfterSeconds?: number };

/** An error whose message may be shown to the person who caused it. Everything else is masked at the edge. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fieldErrors: Record<string, string[]> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: Options = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fieldErrors = options.fieldErrors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The one answer for "not there" and "not yours". */
export function notFound(): AppError {
  return new AppError("not_found", "There is nothing here, or it is not yours to see.");
}
