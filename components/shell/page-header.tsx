import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";

type Props = { crumbs: readonly Crumb[]; chip?: ReactNode; actions?: ReactNode };

/** Where one is, and what can be done here. The page brings its own `h1`. */
export function PageHeader({ crumbs, chip, actions }: Props) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-3 pb-4 print:hidden">
      <Breadcrumbs crumbs={crumbs} />
      {chip}
      {actions && <div className="ml-auto flex flex-wrap items-center gap-2.5">{actions}</div>}
    </div>
  );
}
