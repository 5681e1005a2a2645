import type { ReactNode } from "react";

type Props = {
  title: string;
  /** What happened and what to do. */
  children: ReactNode;
  /** To be quoted when asking for help. */
  reference?: string | undefined;
  actions?: ReactNode;
};

export function ErrorState({ title, children, reference, actions }: Props) {
  return (
    <div className="mx-auto flex max-w-120 flex-col gap-3 px-5 py-16">
      <h1 className="text-2xl">{title}</h1>
      <div className="text-ink-2">{children}</div>
      {reference && (
        <p className="text-ink-3 text-sm">
          Reference <code className="font-mono text-xs">{reference}</code>
        </p>
      )}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
