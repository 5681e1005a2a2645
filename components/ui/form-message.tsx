"use client";

import { useForm } from "./form-context.ts";

/** What went wrong with the form as a whole. */
export function FormMessage() {
  const { result } = useForm();
  return (
    <div role="alert" className="empty:hidden">
      {result && !result.ok && (
        <p className="rounded-md border border-bad-line bg-bad-tint px-3 py-2 text-bad text-sm">{result.message}</p>
      )}
    </div>
  );
}
