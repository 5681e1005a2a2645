import type { Metadata } from "next";
import Link from "next/link";
import { PageTitle } from "#components/shell/page-title.tsx";
import { TOOLS } from "#components/tools/tool-words.ts";

export const metadata: Metadata = { title: "Free tools" };

export default function ToolsPage() {
  return (
    <>
      <PageTitle title="Free tools">
        Four questions on the way from “works on my machine” to “safe to share”. They need no account, and answer with
        the same rules and numbers that projects here are judged by.
      </PageTitle>
      <ul className="grid gap-3 sm:grid-cols-2">
        {TOOLS.map(({ href, title, summary, takes }) => (
          <li key={href} className="relative rounded-xl border border-line bg-panel p-4 hover:border-line-strong">
            <h2 className="text-lg">
              {/* The whole card is the link, named by its heading alone. */}
              <Link href={href} className="after:absolute after:inset-0 after:rounded-xl">
                {title}
              </Link>
            </h2>
            <p className="mt-1 text-ink-2">{summary}</p>
            <p className="mt-3 text-ink-3 text-sm">{takes}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
