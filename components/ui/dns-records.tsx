import type { DnsRecord } from "#lib/audits/types.ts";
import { CopyButton } from "./copy-button.tsx";

type Props = {
  records: readonly DnsRecord[];
  /** Null where a heading above says it. */
  caption?: string | null;
};

/** Records to put into DNS, each part to be pasted into its field. The values may quote what a target said. */
export function DnsRecords({ records, caption = "To publish in the DNS" }: Props) {
  if (records.length === 0) return null;
  return (
    <div>
      {caption !== null && <p className="pb-1 text-ink-3 text-xs">{caption}</p>}
      <ul className="grid gap-2">
        {records.map(({ name, type, value }) => (
          <li key={`${name} ${type} ${value}`} className="rounded-md border border-line bg-sunk text-xs">
            <div className="flex items-center gap-2 border-line border-b py-0.5 pr-1 pl-2.5">
              <span className="shrink-0 font-medium">{type}</span>
              <code className="min-w-0 flex-1 font-mono text-ink-2 [overflow-wrap:anywhere]">{name}</code>
              <CopyButton text={name} label={`Copy the name ${name}`} />
            </div>
            <div className="flex items-start gap-2 py-0.5 pr-1 pl-2.5">
              <code className="min-w-0 flex-1 py-1 font-mono [overflow-wrap:anywhere]">{value}</code>
              <CopyButton text={value} label={`Copy the value of the ${type} record ${name}`} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
