import Link from "next/link";
import { RECHECKING } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { RiskDetail } from "#db/queries/views.ts";
import { paths } from "../paths.ts";

/** The re-audit is under way. */
export function RecheckNotice({ slug, run }: { slug: string; run: NonNullable<RiskDetail["verifyRun"]> }) {
  return (
    <p
      role="status"
      className="flex items-center gap-2 rounded-md border border-info-line bg-info-tint px-3 py-2 text-info text-sm"
    >
      <StateIcon mark={RECHECKING} isDecorative />
      <span>
        Looking again in{" "}
        <Link href={paths.run(slug, run.number)} className="underline underline-offset-2">
          run {run.number}
        </Link>
        .
      </span>
    </p>
  );
}
