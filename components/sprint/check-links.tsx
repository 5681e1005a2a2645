import Link from "next/link";
import { Fragment } from "react";
import { paths } from "#components/paths.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { CHECKS } from "#lib/roadmap/stages.ts";

/** The checks by name, each a link to its sheet. */
export function CheckLinks({ slug, ids }: { slug: string; ids: readonly CheckId[] }) {
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ", "}
      <Link
        href={paths.board(slug, { check: id })}
        className="underline decoration-line-strong underline-offset-2 hover:decoration-current"
      >
        {CHECKS[id].shortTitle}
      </Link>
    </Fragment>
  ));
}
