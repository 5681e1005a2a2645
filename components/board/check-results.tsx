import type { CheckDetail } from "#db/queries/views.ts";
import { worstFirst } from "#lib/audits/verdict-order.ts";
import { quietInWords } from "../host/host-words.ts";
import { SeenResult } from "./seen-result.tsx";

type Results = CheckDetail["latest"];

/** The newest result of each rule, what is wrong first; those that do not apply are folded into one line. */
export function CheckResults({ slug, results }: { slug: string; results: Results }) {
  const applying = results.filter(({ verdict }) => verdict !== "not_applicable").toSorted(worstFirst);
  const idle = results.filter(({ verdict }) => verdict === "not_applicable");
  const namesHost = new Set(results.map(({ targetId }) => targetId)).size > 1;
  const row = (result: Results[number]) => (
    <SeenResult
      key={`${result.targetId} ${result.rule}`}
      slug={slug}
      result={result}
      namesHost={namesHost}
      isOpen={result.verdict === "fail" || result.verdict === "warn"}
    />
  );
  return (
    <div className="flex flex-col">
      {applying.map(row)}
      {idle.length > 0 && (
        <details className="border-line border-t py-1.5 first:border-t-0">
          <summary className="min-h-7 rounded-sm text-ink-2 text-sm pointer-coarse:min-h-11">
            {quietInWords(idle.map(({ verdict }) => verdict))}
          </summary>
          <div className="pl-5.75">{idle.map(row)}</div>
        </details>
      )}
    </div>
  );
}
