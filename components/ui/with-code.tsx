import { Fragment } from "react";

/** A text of our own catalogue, in which what stands between backticks is to be typed as it is. */
export function WithCode({ text }: { text: string }) {
  return text.split("`").map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
      <code key={place} className="font-mono text-[0.92em] [overflow-wrap:anywhere]">
        {part}
      </code>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
      <Fragment key={place}>{part}</Fragment>
    ),
  );
}
