import { DnsRecords } from "#components/ui/dns-records.tsx";
import { Section } from "#components/ui/section.tsx";
import type { HostDetail } from "#db/queries/domain-views.ts";
import { ruleText } from "#lib/roadmap/rule-texts/index.ts";

/** The exact records that mend what fails, grouped by what asks for them. */
export function PublishSection({ publish }: Pick<HostDetail, "publish">) {
  if (publish.length === 0) return null;
  return (
    <Section anchor="publish" title="What to publish" note="Paste each part into its field at your DNS provider.">
      <div className="grid gap-4 lg:grid-cols-2">
        {[...Map.groupBy(publish, ({ rule }) => rule)].map(([rule, records]) => {
          const title = ruleText(rule)?.title ?? rule;
          return (
            <div key={rule} className="min-w-0">
              <h3 className="pb-1.5 font-medium text-sm tracking-normal">{title}</h3>
              <DnsRecords records={records} caption={null} />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
