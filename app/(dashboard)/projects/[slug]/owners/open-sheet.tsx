import { LinkSheet } from "#components/owners/link-sheet.tsx";
import { ProviderSheet } from "#components/owners/provider-sheet.tsx";
import { paths } from "#components/paths.ts";
import type { OwnersView } from "#db/queries/owner-views.ts";
import type { PersonView } from "#db/queries/views.ts";
import { LINK_KINDS } from "#lib/roadmap/records/types.ts";
import { addLinkAction, removeProviderAction, setProviderAction, updateLinkAction } from "../actions/owners.ts";

type Props = {
  slug: string;
  view: OwnersView;
  people: readonly PersonView[];
  canWrite: boolean;
  search: Record<string, string | string[] | undefined>;
};

const PROVIDER_CHARACTERS_MAX = 80;

/** The sheet that the address names: `?edit=dns`, `?link=new` or `?link=` and an id; or none. */
export function OpenSheet({ slug, view, people, canWrite, search }: Props) {
  const closeHref = paths.owners(slug);
  const row = view.rows.find(({ kind }) => kind === search.edit);
  if (row) {
    const { kind } = row;
    const suggested =
      typeof search.provider === "string" ? search.provider.slice(0, PROVIDER_CHARACTERS_MAX) : undefined;
    return (
      <ProviderSheet
        row={row}
        people={people}
        suggested={suggested}
        seenHref={row.observed[0] && paths.owners(slug, { edit: kind, provider: row.observed[0].provider })}
        closeHref={closeHref}
        save={canWrite ? setProviderAction.bind(null, slug, kind) : undefined}
        remove={canWrite && row.declared ? removeProviderAction.bind(null, slug, kind) : undefined}
      />
    );
  }
  if (!canWrite) return null;
  const link = view.links.find(({ id }) => id === search.link);
  if (!link && search.link !== "new") return null;
  return (
    <LinkSheet
      link={link}
      kind={LINK_KINDS.find((kind) => kind === search.kind)}
      people={people}
      closeHref={closeHref}
      action={link ? updateLinkAction.bind(null, slug, link.id) : addLinkAction.bind(null, slug)}
    />
  );
}
