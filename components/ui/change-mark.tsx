type Props = { change: "better" | "worse" | null; from: string; to: string };

/** Which way something went since the run before, in shape, colour and words. */
export function ChangeMark({ change, from, to }: Props) {
  if (change === null) return null;
  return (
    <span className={change === "better" ? "text-ok" : "text-bad"} title={`${change} than before: ${from} → ${to}`}>
      <span aria-hidden className="text-[9px]">
        {change === "better" ? "▲" : "▼"}
      </span>
      <span className="sr-only">
        , {change} than before: was {from}
      </span>
    </span>
  );
}
