import type { ErrorCode } from "#lib/errors.ts";

/** What a server action answers with: errors are values, so that a form can show them beside its fields. */
export type ActionResult<T = unknown> =
  | { ok: true; data?: T; message?: string | undefined }
  | { ok: false; code: ErrorCode; message: string; fieldErrors?: Record<string, string[]> | undefined };

/** A server action for a form, as `useActionState` calls it; bind what is not in the form. */
export type FormAction<T = unknown> = (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;
