import { StateIcon } from "#components/ui/state-icon.tsx";
import type { DriftItem } from "#db/queries/domain-views.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";

const keyOf = (item: DriftItem) => (item.kind === "verdict" ? item.rule : item.label);

function Verdicts({ item }: { item: Extract<DriftItem, { kind: "verdict" }> }) {
  return (
    <>
      <span className="flex h-5 items-center gap-1">
        <StateIcon mark={VERDICT_MARKS[item.before]} />
        <span aria-hidden className="text-ink-3">
          →
        </span>
        <StateIcon mark={VERDICT_MARKS[item.now]} />
      </span>
      <div className="min-w-0">
        <p className="font-medium">{item.title}</p>
        <p className="text-ink-2 [overflow-wrap:anywhere]">{item.summary}</p>
      </div>
    </>
  );
}

function Side({ word, text }: { word: string; text: string }) {
  return (
    <div className="flex gap-2">
      <dt className="w-12 shrink-0 text-ink-3">{word}</dt>
      <dd className="min-w-0 font-mono text-xs leading-5 [overflow-wrap:anywhere]">{text === "" ? "nothing" : text}</dd>
    </div>
  );
}

function Item({ item }: { item: DriftItem }) {
  return (
    <li className="grid grid-cols-[54px_minmax(0,1fr)] gap-x-2.5 border-line border-t py-2 first:border-t-0">
      {item.kind === "verdict" ? (
        <Verdicts item={item} />
      ) : (
        <>
          <span className="text-ink-3 text-xs leading-5">Fact</span>
          <div className="min-w-0">
            <p className="font-medium">{item.label}</p>
            <dl>
              <Side word="before" text={item.before} />
              <Side word="now" text={item.now} />
            </dl>
          </div>
        </>
      )}
    </li>
  );
}

const SHOWN_MAX = 8;

/** What is not as it was in the run before: verdicts with their sentence, facts with both sides. A long tail is folded. */
export function DriftList({ items }: { items: readonly DriftItem[] }) {
  const rows = items.map((item) => <Item key={`${item.kind} ${keyOf(item)}`} item={item} />);
  return (
    <>
      <ul className="text-sm">{rows.slice(0, SHOWN_MAX)}</ul>
      {rows.length > SHOWN_MAX && (
        <details>
          <summary className="inline-flex min-h-7 items-center text-ink-2 text-sm underline decoration-line-strong underline-offset-2 pointer-coarse:min-h-11">
            {rows.length - SHOWN_MAX} more
          </summary>
          <ul className="border-line border-t text-sm">{rows.slice(SHOWN_MAX)}</ul>
        </details>
      )}
    </>
  );
}
