import type { CheckDetail } from "#db/queries/views.ts";
import { SeenResult } from "./seen-result.tsx";

type Results = CheckDetail["latest"];

/** The newest result of each rule: what is wrong first, then what could not be seen; passes folded into one line. */
export function CheckResults({ slug, results }: { slug: string; results: Results }) {
  const failing = results.filter(({ verdict }) => verdict === "fail" || verdict === "warn");
  const unseen = results.filter(
    ({ verdict }) => verdict === "inconclusive" || verdict === "error" || verdict === "not_run",
  );
  const rest = results.filter(({ verdict }) => verdict === "pass" || verdict === "not_applicable");
  return (
    <div className="flex flex-col">
      {failing.map((result) => (
        <SeenResult key={`${result.targetId} ${result.rule}`} slug={slug} result={result} isOpen />
      ))}
      {unseen.map((result) => (
        <SeenResult key={`${result.targetId} ${result.rule}`} slug={slug} result={result} />
      ))}
      {rest.map((result) => (
        <SeenResult key={`${result.targetId} ${result.rule}`} slug={slug} result={result} />
      ))}
    </div>
  );
}
