import type { ReactNode } from "react";
import { paths } from "#components/paths.ts";
import { Breadcrumbs } from "#components/shell/breadcrumbs.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";

type Props = {
  crumb: string;
  title: string;
  lede: ReactNode;
  answer: ReactNode;
  form: ReactNode;
  /** What the answer rests on. */
  children: ReactNode;
};

/** A calculator: the answer first, so that a phone shows it without scrolling; where there is room, the form beside it. */
export function ToolPage({ crumb, title, lede, answer, form, children }: Props) {
  return (
    <>
      <Breadcrumbs crumbs={[{ title: "Free tools", href: paths.tools() }, { title: crumb }]} />
      <div className="mt-3">
        <PageTitle title={title}>{lede}</PageTitle>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-10">
        <div className="lg:col-start-2">{answer}</div>
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">{form}</div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8 lg:col-start-2">{children}</div>
      </div>
    </>
  );
}
