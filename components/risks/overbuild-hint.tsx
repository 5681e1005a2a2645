import type { PersonView, RiskView } from "#db/queries/views.ts";
import type { OverbuildProposal } from "#lib/roadmap/overbuild.ts";
import { type DecideOffer, DecisionDialog } from "./decision-dialog.tsx";

type Props = {
  risk: RiskView;
  proposal: OverbuildProposal;
  people: readonly PersonView[];
  /** Undefined for those who only read. */
  offer: DecideOffer | undefined;
  now: string;
};

/** A good reason to miss the launch if done now: proposed to be put off, with the words to do so. */
export function OverbuildHint({ risk, proposal: { title, why, revisit, reviewInDays }, people, offer, now }: Props) {
  return (
    <section
      aria-label="Guard against overbuilding"
      className="flex flex-col items-start gap-2 rounded-md border border-warn-line bg-warn-tint px-3 py-2.5 text-sm"
    >
      <p>
        <span className="font-medium text-warn">Not to overbuild: {title.toLowerCase()}.</span> {why}
      </p>
      <p className="text-ink-2">Look again: {revisit}</p>
      {offer && (
        <DecisionDialog
          label="Defer with this reason…"
          risk={risk}
          people={people}
          offer={offer}
          draft={{ treatment: "defer", reason: `${why} ${revisit}`, reviewInDays }}
          now={now}
        />
      )}
    </section>
  );
}
