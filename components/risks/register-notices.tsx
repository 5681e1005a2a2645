import Link from "next/link";
import { StateIcon } from "#components/ui/state-icon.tsx";
import type { ExpiryNotice } from "#lib/roadmap/expiry-notices.ts";
import { paths } from "../paths.ts";

const LINK = "underline underline-offset-2";

const counted = (count: number) => (count === 1 ? "1 decision" : `${count} decisions`);
const inDays = (days: number) => (days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`);

/** The line that says which decisions have ended and which soon will; nothing when none does. */
export function RegisterNotices({ slug, notices }: { slug: string; notices: readonly ExpiryNotice[] }) {
  const ended = notices.filter(({ state }) => state === "ended");
  const soon = notices.filter(({ state }) => state === "ends_soon");
  const [next] = soon;
  if (notices.length === 0) return null;
  const href = paths.risks(slug, { view: "expiring" });
  return (
    <section
      aria-label="Decisions that end"
      className="mb-3 flex items-baseline gap-2 rounded-md border border-warn-line bg-warn-tint px-3 py-2 text-sm"
    >
      <StateIcon mark={{ shape: "clock", tone: "warn", word: "Ending" }} isDecorative className="translate-y-0.5" />
      <p>
        {ended.length > 0 && (
          <>
            <Link href={href} className={`${LINK} font-medium text-bad`}>
              {counted(ended.length)} ended
            </Link>
            , and {ended.length === 1 ? "the risk counts" : "the risks count"} in full again.{" "}
          </>
        )}
        {next !== undefined && (
          <>
            <Link href={href} className={`${LINK} font-medium text-warn`}>
              {counted(soon.length)} {soon.length === 1 ? "ends" : "end"} soon
            </Link>
            , the {soon.length === 1 ? "one" : "first"} {inDays(next.days)}: {next.title}
          </>
        )}
      </p>
    </section>
  );
}
