import type { UiMark } from "#components/ui/marks.ts";
import { Section } from "#components/ui/section.tsx";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { SignalView } from "#db/queries/views.ts";

const MARKS: Record<SignalView["state"], UiMark> = {
  lit: { shape: "cross", tone: "bad", word: "Lit" },
  quiet: { shape: "check", tone: "ok", word: "Quiet" },
  unknown: { shape: "ring", tone: "mute", word: "Not known" },
};

/** The signs of a launch going wrong: the lit ones in words, the others counted and folded away. */
export function SignalsList({ signals }: { signals: readonly SignalView[] }) {
  const lit = signals.filter(({ state }) => state === "lit");
  const quiet = signals.filter(({ state }) => state === "quiet");
  const unknown = signals.filter(({ state }) => state === "unknown");
  return (
    <Section title="Signals" note={lit.length === 0 ? "None is lit." : `${lit.length} of ${signals.length} lit`}>
      <ul className="text-sm">
        {lit.map((signal) => (
          <Line key={signal.id} signal={signal} />
        ))}
      </ul>
      <Folded mark={MARKS.quiet} title={`${quiet.length} quiet`} signals={quiet} />
      <Folded mark={MARKS.unknown} title={`${unknown.length} not known yet`} signals={unknown} />
    </Section>
  );
}

function Line({ signal }: { signal: SignalView }) {
  return (
    <li className="flex gap-2.25 border-line border-t py-1.25">
      <StateIcon mark={MARKS[signal.state]} className="mt-0.5" />
      <span>
        {signal.title}
        <span className="block text-ink-3 text-xs">{signal.why}</span>
      </span>
    </li>
  );
}

function Folded({ mark, title, signals }: { mark: UiMark; title: string; signals: readonly SignalView[] }) {
  if (signals.length === 0) return null;
  return (
    <details className="border-line border-t text-sm">
      <summary className="flex min-h-7.5 items-center gap-2.25 rounded-sm pointer-coarse:min-h-11">
        <StateIcon mark={mark} isDecorative />
        {title}
        <span aria-hidden className="ml-auto text-ink-3 text-xs">
          show
        </span>
      </summary>
      <ul>
        {signals.map((signal) => (
          <Line key={signal.id} signal={signal} />
        ))}
      </ul>
    </details>
  );
}
