import Link from "next/link";
import { DnsRecords } from "#components/ui/dns-records.tsx";
import { EvidenceBlock } from "#components/ui/evidence-block.tsx";
import { ReproduceLine } from "#components/ui/reproduce-line.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ResultView, RiskDetail } from "#db/queries/views.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";
import { locationWords } from "./risk-source.tsx";

type Props = { slug: string; risk: Pick<RiskDetail, "before" | "after" | "description" | "tool" | "location"> };

/** The evidence of the run that saw the fault beside that of the newest run which looked after it. */
export function RiskSeen({ slug, risk }: Props) {
  const { before, after } = risk;
  const shown = after ?? before;
  if (!shown) return <Told risk={risk} />;
  const isPair = before !== null && after !== null && after.runNumber !== before.runNumber;
  return (
    <div className="flex flex-col gap-2">
      {isPair ? (
        <div className="grid gap-2 sm:grid-cols-2">
          <Observed slug={slug} label="Before" result={before} />
          <Observed slug={slug} label="After" result={after} />
        </div>
      ) : (
        <Observed slug={slug} label="Seen" result={shown} />
      )}
      <DnsRecords records={shown.publish} />
      <ReproduceLine command={shown.reproduce} />
    </div>
  );
}

function Observed({ slug, label, result }: { slug: string; label: string; result: ResultView }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 text-xs">
        <span className="text-ink-3">{label}</span>
        <StatusBadge mark={VERDICT_MARKS[result.verdict]} />
      </p>
      <p className="text-sm [overflow-wrap:anywhere]">{result.summary}</p>
      <EvidenceBlock evidence={result.evidence} className="flex-1" />
      <p className="text-ink-3 text-xs">
        <Link href={paths.run(slug, result.runNumber)} className="underline underline-offset-2">
          run {result.runNumber}
        </Link>
        , <Time iso={result.observedAt} />
      </p>
    </div>
  );
}

/** What a person or another scanner says, where we have not looked ourselves. */
function Told({ risk: { description, tool, location } }: Pick<Props, "risk">) {
  const nothing = tool === null ? "Entered by hand; nothing was observed." : `${tool} says no more than its title.`;
  return (
    <div className="flex flex-col gap-1.5 text-sm [overflow-wrap:anywhere]">
      <p className="whitespace-pre-wrap">{description || nothing}</p>
      {tool !== null && (
        <p className="text-ink-3 text-xs">
          Seen by {tool}
          {location !== null && (
            <>
              {" "}
              at <code className="font-mono text-ink-2">{locationWords(location)}</code>
            </>
          )}
        </p>
      )}
    </div>
  );
}
