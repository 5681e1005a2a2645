import type { ReactNode } from "react";
import type { ResultView } from "#db/queries/views.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";
import { DnsRecords } from "../ui/dns-records.tsx";
import { EvidenceBlock } from "../ui/evidence-block.tsx";
import { ExternalLink } from "../ui/external-link.tsx";
import { ReproduceLine } from "../ui/reproduce-line.tsx";
import { Time } from "../ui/time.tsx";
import { WithCode } from "../ui/with-code.tsx";

export type Explained = Pick<
  ResultView,
  "rule" | "verdict" | "summary" | "evidence" | "publish" | "observedAt" | "reproduce"
>;

type Props = {
  result: Explained;
  /** What else there is to say of it, beside the moment. */
  children?: ReactNode;
};

/** What one verdict rests on, why it matters, and what to do about it. */
export function ResultExplanation({ result, children }: Props) {
  const text = ruleText(result.rule);
  const isFinding = result.verdict === "fail" || result.verdict === "warn";
  return (
    <div className="grid gap-3 border-line border-t px-3 py-3 text-sm sm:pl-10">
      <p>{result.summary}</p>
      <EvidenceBlock evidence={result.evidence} />
      <DnsRecords records={result.publish} />
      {text && (
        <p className="max-w-[76ch] text-ink-2">
          <span className="font-medium text-ink">Why it matters. </span>
          <WithCode text={text.why} />
        </p>
      )}
      {text && isFinding && (
        <p className="max-w-[76ch] text-ink-2">
          <span className="font-medium text-ink">What to do. </span>
          <WithCode text={text.fix} />
        </p>
      )}
      {text && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs">
          {text.references.map(({ label, url }) => (
            <li key={url}>
              <ExternalLink href={url}>{label}</ExternalLink>
            </li>
          ))}
          {[text.cwe, text.asvs, text.owasp].map((id) => id && <li key={id}>{id}</li>)}
        </ul>
      )}
      <ReproduceLine command={result.reproduce} />
      <p className="flex flex-wrap gap-x-4 text-ink-3 text-xs">
        <span>
          Observed <Time iso={result.observedAt} />
        </span>
        {children}
      </p>
    </div>
  );
}
