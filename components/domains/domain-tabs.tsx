import { paths } from "#components/paths.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";

type Tab = "hosts" | "tls" | "old-urls";

/** The three pages about a project's addresses. */
export function DomainTabs({ slug, current, oldUrls }: { slug: string; current: Tab; oldUrls: number }) {
  return (
    <div className="min-w-0 pb-4 max-md:w-full">
      <LinkTabs
        label="Domains"
        tabs={[
          { href: paths.domains(slug), label: "Hosts", isCurrent: current === "hosts" },
          { href: paths.hostsTls(slug), label: "TLS side by side", isCurrent: current === "tls" },
          { href: paths.oldUrls(slug), label: "Old addresses", count: oldUrls, isCurrent: current === "old-urls" },
        ]}
      />
    </div>
  );
}
