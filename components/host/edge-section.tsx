import { Facts } from "#components/ui/facts.tsx";
import type { UiMark } from "#components/ui/marks.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { EdgeFacts } from "#lib/audits/facts/edge-facts.ts";

const ORIGIN_MARKS: Readonly<Record<EdgeFacts["origins"][number]["result"], UiMark>> = {
  answers: { shape: "cross", tone: "bad", word: "Answers directly" },
  refuses: { shape: "check", tone: "ok", word: "Refuses" },
  unreachable: { shape: "check", tone: "ok", word: "Cannot be reached" },
  not_tried: { shape: "ring", tone: "mute", word: "Not tried" },
};

const PROOF_WORDS: Readonly<Record<EdgeFacts["proofs"][number]["kind"], string>> = {
  address: "Address",
  header: "Header",
  trace: "Trace",
  cname: "CNAME",
  nameserver: "Name server",
};

const UNPROVEN = { none: "None was recognised", one: "Not proven: one sign is not enough" } as const;

/** Which edge stands in front, what proves it, and whether the origin can be reached around it. */
export function EdgeDetails({ edge }: { edge: EdgeFacts }) {
  return (
    <>
      <Facts
        facts={[
          { label: "Edge", value: edge.edge ?? UNPROVEN[edge.proofs.length === 0 ? "none" : "one"] },
          ...edge.proofs.map(({ kind, detail }, place) => ({
            label: `${PROOF_WORDS[kind]}${edge.proofs.findIndex((proof) => proof.kind === kind) === place ? "" : ` ${place + 1}`}`,
            value: <span className="font-mono text-xs [overflow-wrap:anywhere]">{detail}</span>,
          })),
          { label: "Bots", value: edge.botRule ?? "No sign that they are told from people" },
        ]}
      />
      {edge.origins.length > 0 && (
        <ul aria-label="Origins, tried directly" className="border-line border-t text-sm">
          {edge.origins.map(({ origin, result, note }) => (
            <li key={origin} className="flex flex-wrap items-center gap-x-3 border-line border-b py-2">
              <code className="min-w-0 flex-1 basis-40 font-mono text-xs [overflow-wrap:anywhere]">{origin}</code>
              {note !== "" && <span className="text-ink-2 text-xs [overflow-wrap:anywhere]">{note}</span>}
              <StatusBadge mark={ORIGIN_MARKS[result]} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
