import { clsx } from "clsx";
import { paths } from "#components/paths.ts";
import type { FormAction } from "#components/ui/action.ts";
import { Chip } from "#components/ui/chip.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { HandoverLinkView } from "#db/queries/owner-views.ts";
import { placeOf } from "#lib/handover/view-words.ts";
import { LINK_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { LINK_KINDS } from "#lib/roadmap/records/types.ts";
import { LinkState } from "./link-state.tsx";

type Row = HandoverLinkView & { remove?: FormAction | undefined };

const CELL = "align-top max-md:border-0 max-md:p-0";

function LinkRow({ slug, link }: { slug: string; link: Row }) {
  const { id, kind, title, url, owner, check, remove } = link;
  return (
    <tr className="max-md:grid max-md:gap-y-1.5 max-md:border-line max-md:border-b max-md:py-3">
      <th scope="row" className={clsx("border-line border-b px-2.5 py-2 text-left font-normal max-md:order-1", CELL)}>
        <ExternalLink href={url}>
          <span className="font-medium [overflow-wrap:anywhere]">{title}</span>
        </ExternalLink>
        <span className="block text-ink-3 text-xs [overflow-wrap:anywhere]">{placeOf(url)}</span>
      </th>
      <Td className={CELL}>
        <Chip>{LINK_KIND_NAMES[kind]}</Chip>
      </Td>
      <Td className={clsx(CELL, "max-md:order-2")}>
        <LinkState check={check} />
      </Td>
      <Td className={clsx(CELL, "max-md:order-3")}>
        <span className="text-ink-3 text-xs md:hidden">Ask: </span>
        {owner?.name ?? <span className="text-ink-3">Nobody yet</span>}
      </Td>
      <Td className={clsx(CELL, "max-md:order-4")}>
        {remove && (
          <span className="flex flex-wrap gap-2 md:justify-end">
            <LinkButton href={paths.owners(slug, { link: id })} scroll={false} size="sm">
              Edit<span className="sr-only"> {title}</span>
            </LinkButton>
            <ConfirmDialog
              label="Remove"
              size="sm"
              title="Remove this link?"
              description={`“${title}” is taken out of the list for the handover.`}
              confirm="Remove the link"
              action={remove}
            />
          </span>
        )}
      </Td>
    </tr>
  );
}

/** The links for those who take over, by kind. */
export function LinkTable({ slug, links }: { slug: string; links: readonly Row[] }) {
  const byKind = LINK_KINDS.flatMap((kind) => links.filter((link) => link.kind === kind));
  return (
    <Table caption="Links for the handover" className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Th>Link</Th>
          <Th>Kind</Th>
          <Th>When followed</Th>
          <Th>Whom to ask</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {byKind.map((link) => (
          <LinkRow key={link.id} slug={slug} link={link} />
        ))}
      </tbody>
    </Table>
  );
}
