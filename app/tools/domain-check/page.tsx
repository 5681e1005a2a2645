import type { Metadata } from "next";
import { paths } from "#components/paths.ts";
import { Breadcrumbs } from "#components/shell/breadcrumbs.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { DomainCheckForm } from "#components/tools/domain-check-form.tsx";
import { startDomainCheckAction } from "./actions.ts";

export const metadata: Metadata = { title: "Is my domain ready?" };

export default function DomainCheckPage() {
  return (
    <>
      <Breadcrumbs crumbs={[{ title: "Free tools", href: paths.tools() }, { title: "Domain check" }]} />
      <div className="mt-3 max-w-[44rem]">
        <PageTitle title="Is my domain ready?">
          Looks at one host from outside, with the rules that projects here are audited with: DNS, redirects, TLS,
          headers, content, edge and mail.
        </PageTitle>
        <DomainCheckForm action={startDomainCheckAction} />
        <h2 className="mt-8 text-lg">What happens</h2>
        <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-ink-2">
          <li>
            It only reads: questions to DNS, TLS handshakes and a few dozen GET requests. Nothing is signed in to.
          </li>
          <li>
            The result has an address that only you get. It is deleted after one hour, unless you keep it in a project.
          </li>
          <li>Of you, only your network is counted, for an hour at most, so that nobody can wear the tool out.</li>
          <li>Three checks in ten minutes per network, one per host, sixty an hour over all.</li>
        </ul>
      </div>
    </>
  );
}
