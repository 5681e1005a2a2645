import Link from "next/link";
import { DnsRecords } from "#components/ui/dns-records.tsx";
import { EvidenceBlock } from "#components/ui/evidence-block.tsx";
import { ReproduceLine } from "#components/ui/reproduce-line.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { Time } from "#components/ui/time.tsx";
import { WithCode } from "#components/ui/with-code.tsx";
import type { CheckDetail } from "#db/queries/views.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";

type Props = {
  slug: string;
  result: CheckDetail["latest"][number];
  /** Where there is more than one host, the line says whose it is. */
  namesHost?: boolean | undefined;
  isOpen?: boolean | undefined;
};

/** One rule's newest result with its evidence, and where it comes from. */
export function SeenResult({ slug, result, namesHost, isOpen }: Props) {
  return (
    <details open={isOpen} className="border-line border-t py-1.5 first:border-t-0">
      <summary className="flex min-h-7 items-baseline gap-2 rounded-sm text-sm pointer-coarse:min-h-11">
        <StateIcon mark={VERDICT_MARKS[result.verdict]} className="translate-y-0.5" />
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          {result.summary}
          <span className="block font-mono text-2xs text-ink-3">
            {result.rule}
            {namesHost && `, ${URL.parse(result.targetUrl)?.host ?? result.targetUrl}`}
          </span>
        </span>
        <Time iso={result.observedAt} short bare className="shrink-0 text-ink-3 text-xs" />
      </summary>
      <div className="flex flex-col gap-1.5 pt-1.5 pb-1 pl-5.75">
        <EvidenceBlock evidence={result.evidence} />
        <DnsRecords records={result.publish} />
        <p className="text-ink-3 text-xs [overflow-wrap:anywhere]">
          <Link href={paths.run(slug, result.runNumber)} className="underline underline-offset-2">
            run {result.runNumber}
          </Link>
          , {result.targetUrl}, <Time iso={result.observedAt} />
          {result.riskNumber !== null && (
            <>
              ,{" "}
              <Link href={paths.risk(slug, result.riskNumber)} className="underline underline-offset-2">
                risk {result.riskNumber}
              </Link>
            </>
          )}
        </p>
        <ReproduceLine command={result.reproduce} />
        {result.ruleText && result.verdict !== "pass" && (
          <p className="text-ink-2 text-sm">
            <span className="text-ink-3">Fix: </span>
            <WithCode text={result.ruleText.fix} />
          </p>
        )}
      </div>
    </details>
  );
}
