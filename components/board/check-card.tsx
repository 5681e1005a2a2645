import { clsx } from "clsx";
import Link from "next/link";
import { Avatar } from "#components/ui/avatar.tsx";
import { checkMark, TONE_TEXT } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { CheckView } from "#db/queries/views.ts";

const SOURCE_WORDS = { automatic: "auto", attested: "attested", none: "no evidence" } as const;

type Props = {
  check: CheckView;
  href: string;
  isOpen?: boolean | undefined;
  /** Room for the full title. */
  isWide?: boolean | undefined;
};

/** A check: its state, what was seen or how old the evidence is, and who looks after it. All of it is one link. */
export function CheckCard({ check, href, isOpen, isWide }: Props) {
  const mark = checkMark(check);
  const speaks = check.status === "failing" || check.status === "warning";
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      data-row
      aria-current={isOpen ? "true" : undefined}
      className={clsx(
        "grid grid-cols-[15px_minmax(0,1fr)] gap-x-1.75 gap-y-0.75 rounded-lg border bg-panel px-2 py-1.75 text-xs leading-[1.3] transition-colors duration-100 hover:border-control aria-[current]:border-control",
        check.status === "failing" ? "border-bad-line" : "border-line",
      )}
    >
      <StateIcon mark={mark} />
      <span className="text-[0.78125rem] [overflow-wrap:anywhere]">{isWide ? check.title : check.shortTitle}</span>
      <span className="col-start-2 flex items-end gap-1.5 text-2xs text-ink-3">
        <span className="min-w-0">
          {speaks && (
            <span className={clsx("line-clamp-2 [overflow-wrap:anywhere]", TONE_TEXT[mark.tone])}>{check.line}</span>
          )}
          {(!speaks || isWide) && <Age check={check} />}
        </span>
        {check.owner && <Avatar name={check.owner.name} isSmall className="-my-0.5 ml-auto" />}
      </span>
    </Link>
  );
}

function Age({ check }: { check: CheckView }) {
  if (check.status === "not_applicable") return "does not apply";
  const source = SOURCE_WORDS[check.source];
  if (check.evidenceAt === null) return source;
  return (
    <>
      {source} · <Time iso={check.evidenceAt} short bare />
    </>
  );
}
