import Link from "next/link";
import { HostName } from "#components/ui/host-name.tsx";
import { riskMark } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { RiskView } from "#db/queries/views.ts";
import { paths } from "../paths.ts";

export function LinkedRisks({ slug, risks }: { slug: string; risks: readonly RiskView[] }) {
  return (
    <ul>
      {risks.map((risk) => (
        <li key={risk.id} className="border-line border-t first:border-t-0">
          <Link
            href={paths.risk(slug, risk.number)}
            className="flex min-h-8 items-baseline gap-2 py-1.5 text-sm hover:bg-sunk pointer-coarse:min-h-11"
          >
            <StateIcon mark={riskMark(risk)} className="translate-y-0.5" />
            <span className="min-w-0 flex-1">
              {risk.title}
              <HostName url={risk.targetUrl} />
            </span>
            <span className="text-ink-3 text-xs">{risk.owner?.name ?? "nobody yet"}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
