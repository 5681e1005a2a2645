import type { HandoverModel } from "#lib/handover/model.ts";
import { GATE_MARKS } from "#lib/handover/view-words.ts";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { StateIcon } from "../../ui/state-icon.tsx";

/** Readiness, and the parts of the minimum bar. */
export function AtAGlance({ readiness, gate }: Pick<HandoverModel, "readiness" | "gate">) {
  const { score } = readiness;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <div className="rounded-xl border border-line bg-panel p-4">
        <h3 className="font-medium text-ink-2 text-sm">Readiness</h3>
        <p className="mt-1 mb-3 font-semibold text-3xl tracking-[-0.02em]">
          {score ?? "–"} <span className="font-normal text-base text-ink-3">of 100</span>
        </p>
        {score !== null && <ProgressBar value={score} max={100} label="Readiness" text={`${score} of 100`} />}
        <p className="mt-3 text-ink-3 text-sm">
          How much of what a product needs before strangers use it was proven when this version was made.
        </p>
      </div>
      <div className="rounded-xl border border-line bg-panel p-4">
        <h3 className="flex items-baseline gap-2 font-medium text-ink-2 text-sm">
          Minimum bar
          <span className="ml-auto font-normal text-ink-3">
            {gate.held} of {gate.total} hold
          </span>
        </h3>
        <ul className="mt-2 grid gap-1.5 text-sm">
          {gate.items.map((item) => (
            <li key={item.id} className="flex gap-2">
              <StateIcon mark={GATE_MARKS[item.state]} className="mt-0.5" />
              <span className="min-w-0">{item.title}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
