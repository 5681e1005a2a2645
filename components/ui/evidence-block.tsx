import type { Evidence } from "#lib/audits/types.ts";
import { MonoBlock } from "./mono-block.tsx";

/** The facts that a verdict rests on, as text and nothing else. */
export function EvidenceBlock({ evidence, className }: { evidence: readonly Evidence[]; className?: string }) {
  if (evidence.length === 0) return <p className="text-ink-3 text-sm">Nothing was recorded.</p>;
  const text = evidence.map(({ label, value }) => `${label}: ${value}`).join("\n");
  return (
    <MonoBlock copy={text} {...(className === undefined ? {} : { className })}>
      <dl className="flex flex-col gap-1">
        {evidence.map(({ label, value }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat, and the list never changes
          <div key={place}>
            <dt className="inline text-ink-3">{label} </dt>
            <dd className="inline">{value}</dd>
          </div>
        ))}
      </dl>
    </MonoBlock>
  );
}
