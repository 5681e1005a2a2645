import { TextareaField } from "#components/ui/field.tsx";
import type { HostDetail } from "#db/queries/domain-views.ts";

type Props = { host?: Pick<HostDetail, "expects" | "origins" | "selectors"> | undefined };

const lines = (values: readonly string[] | undefined) => values?.join("\n");

/** What the team says of a host, one per line: `expects`, `origins`, `selectors`. */
export function HostFields({ host }: Props) {
  return (
    <>
      <TextareaField
        name="expects"
        label="Where its name must lead (optional)"
        hint="Addresses or the name of a CNAME, one per line."
        rows={2}
        spellCheck={false}
        className="font-mono text-xs"
        defaultValue={lines(host?.expects)}
      />
      <TextareaField
        name="origins"
        label="Origins behind the edge (optional)"
        hint="Addresses or names that must not answer for it directly, one per line."
        rows={2}
        spellCheck={false}
        className="font-mono text-xs"
        defaultValue={lines(host?.origins)}
      />
      <TextareaField
        name="selectors"
        label="DKIM selectors (optional)"
        hint="Of the services that send your mail, one per line, like google or s1."
        rows={2}
        spellCheck={false}
        className="font-mono text-xs"
        defaultValue={lines(host?.selectors)}
      />
    </>
  );
}
