import { ExternalLink } from "#components/ui/external-link.tsx";
import { Facts } from "#components/ui/facts.tsx";
import type { ProviderRowView } from "#db/queries/owner-views.ts";
import { LinkState } from "./link-state.tsx";
import { OwnerNames } from "./owner-names.tsx";
import { SeenProvider } from "./seen-provider.tsx";
import { WayInState } from "./way-in-state.tsx";

/** A row for those who only read it. */
export function ProviderFacts({ row }: { row: ProviderRowView }) {
  const { declared } = row;
  if (!declared) return <p className="text-ink-2 text-sm">The team has not written this down yet.</p>;
  return (
    <Facts
      facts={[
        { label: "Provider", value: declared.provider },
        ...(row.observed.length > 0 ? [{ label: "From outside", value: <SeenProvider {...row} /> }] : []),
        { label: "Owners", value: <OwnerNames owners={declared.owners} /> },
        {
          label: "Console",
          value: declared.consoleUrl ? (
            <>
              <ExternalLink href={declared.consoleUrl}>{declared.consoleUrl}</ExternalLink>
              <LinkState check={declared.consoleCheck} />
            </>
          ) : (
            "Not written down"
          ),
        },
        {
          label: "Other way in",
          value: (
            <>
              <WayInState wayIn={row.wayIn} declared={declared} />
              {declared.breakGlass !== "" && <p className="mt-1 whitespace-pre-line">{declared.breakGlass}</p>}
            </>
          ),
        },
      ]}
    />
  );
}
