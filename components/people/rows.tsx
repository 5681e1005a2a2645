import type { ReactNode } from "react";

export function Rows({ children }: { children: ReactNode }) {
  return <ul className="border-line border-t not-last:mb-3.5">{children}</ul>;
}

type Props = { mark?: ReactNode; title: ReactNode; note?: ReactNode; actions?: ReactNode };

/** One person, address, token or session. The actions go below the text where there is no room beside it. */
export function Row({ mark, title, note, actions }: Props) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b py-2 text-sm">
      {mark}
      <div className="min-w-0 flex-1 basis-48">
        <div className="font-medium [overflow-wrap:anywhere]">{title}</div>
        {note && <div className="text-ink-3 text-xs [overflow-wrap:anywhere]">{note}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </li>
  );
}
