import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type Props = {
  title: ReactNode;
  /** Said beside the title, quietly. */
  note?: ReactNode;
  /** Within a sheet, where the panel's own title is the h2. */
  level?: 2 | 3 | undefined;
  actions?: ReactNode;
  className?: string | undefined;
  /** Its anchor in the address. */
  anchor?: string | undefined;
  children: ReactNode;
};

export function Section({ title, note, level = 2, actions, className, anchor, children }: Props) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={anchor} aria-labelledby={id} className={className}>
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 pb-2">
        <Heading id={id} className={clsx(level === 2 ? "text-lg" : "font-medium text-ink-3 text-xs tracking-normal")}>
          {title}
        </Heading>
        {note && <p className="text-ink-3 text-sm">{note}</p>}
        {actions && <div className="ml-auto flex gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
