import Link from "next/link";
import { paths } from "#components/paths.ts";
import type { FormAction } from "#components/ui/action.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { HandoverLinkView, OwnersView } from "#db/queries/owner-views.ts";
import { LINK_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { LinkTable } from "./link-table.tsx";

type Props = {
  slug: string;
  links: readonly (HandoverLinkView & { remove?: FormAction | undefined })[];
  missing: OwnersView["missingLinks"];
  canWrite: boolean;
};

/** What those who take over will open first, and what they will ask for in vain. */
export function LinksSection({ slug, links, missing, canWrite }: Props) {
  return (
    <Section
      title="Links for the handover"
      note="Followed every week, as somebody without an account would."
      actions={
        canWrite && (
          <LinkButton href={paths.owners(slug, { link: "new" })} scroll={false} size="sm">
            Add a link
          </LinkButton>
        )
      }
    >
      {links.length === 0 ? (
        <EmptyState title="The addresses that one needs on the first day will stand here.">
          The domain’s page at the registrar, the dashboard, the logs, where the secrets are kept, how it is deployed.
        </EmptyState>
      ) : (
        <LinkTable slug={slug} links={links} />
      )}
      {missing.length > 0 && (
        <p className="pt-2.5 text-ink-2 text-sm">
          No link yet to:{" "}
          {missing.map((kind, place) => (
            <span key={kind}>
              {place > 0 && ", "}
              {canWrite ? (
                <Link
                  href={paths.owners(slug, { link: "new", kind })}
                  scroll={false}
                  className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-2 pointer-coarse:min-h-11"
                >
                  {LINK_KIND_NAMES[kind].toLowerCase()}
                </Link>
              ) : (
                LINK_KIND_NAMES[kind].toLowerCase()
              )}
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}
