import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openByLink } from "#app/open-by-link.ts";
import { paths } from "#components/paths.ts";
import { Breadcrumbs } from "#components/shell/breadcrumbs.tsx";
import { DomainCheckFailed, DomainCheckUnderWay } from "#components/tools/domain-check-states.tsx";
import { DomainResultPage } from "#components/tools/domain-result.tsx";
import { getDomainCheck } from "#db/queries/get-domain-check.ts";
import { AppError } from "#lib/errors.ts";
import { publicUrl } from "#lib/public-target.ts";

export const metadata: Metadata = {
  title: "Domain check",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

/** For whoever has the address; over, unknown and guessed look the same. */
async function readCheck(token: string) {
  try {
    return await openByLink((visitor) => getDomainCheck(visitor, token));
  } catch (error) {
    if (error instanceof AppError) notFound();
    throw error;
  }
}

export default async function DomainCheckResultPage({ params }: { params: Promise<{ token: string }> }) {
  const check = await readCheck((await params).token);
  // The sign-in page leads those who are signed in straight on.
  const keepHref = paths.signIn(paths.newProject(publicUrl(check.host)));
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { title: "Free tools", href: paths.tools() },
          { title: "Domain check", href: paths.tool("domain-check") },
          { title: check.host },
        ]}
      />
      <div className="mt-3">
        {check.state === "finished" && <DomainResultPage check={check} keepHref={keepHref} />}
        {check.state === "failed" && <DomainCheckFailed host={check.host} />}
        {(check.state === "queued" || check.state === "running") && (
          <DomainCheckUnderWay host={check.host} state={check.state} />
        )}
      </div>
    </>
  );
}
