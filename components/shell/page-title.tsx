import type { ReactNode } from "react";

export function PageTitle({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="pb-4">
      <h1 className="text-2xl tracking-[-0.02em]">{title}</h1>
      {children && <div className="mt-1 max-w-[72ch] text-ink-2">{children}</div>}
    </div>
  );
}
