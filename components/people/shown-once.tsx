"use client";

import { CopyButton } from "#components/ui/copy-button.tsx";
import { useForm } from "#components/ui/form-context.ts";

/** The secret that the form's action answered with. It is nowhere else, and gone with the page. */
export function ShownOnce({ title, copyLabel }: { title: string; copyLabel: string }) {
  const { result } = useForm();
  const secret = result?.ok && typeof result.data === "string" ? result.data : null;
  return (
    <div role="status" className="empty:hidden">
      {secret !== null && (
        <div className="rounded-md border border-ok-line bg-ok-tint px-3 py-2 text-sm">
          <p className="font-medium text-ok">{title}</p>
          <div className="mt-1 flex items-start gap-2">
            <code className="min-w-0 flex-1 select-all py-1 font-mono text-xs [overflow-wrap:anywhere]">{secret}</code>
            <CopyButton text={secret} label={copyLabel} />
          </div>
        </div>
      )}
    </div>
  );
}
