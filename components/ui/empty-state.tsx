import type { ReactNode } from "react";
import { WAITING } from "./marks.ts";
import { StateIcon } from "./state-icon.tsx";

/** One sentence on what will be here, and the one thing to do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-xl border border-line-strong border-dashed px-6 py-8">
      <div className="flex gap-3">
        <StateIcon mark={WAITING} isDecorative size={18} className="mt-px" />
        <div>
          <p className="font-medium">{title}</p>
          {children && <div className="mt-1 max-w-[62ch] text-ink-2 text-sm">{children}</div>}
        </div>
      </div>
      {action}
    </div>
  );
}
