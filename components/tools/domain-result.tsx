import { PublishSection } from "#components/host/publish-section.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DomainCheckView } from "#db/queries/get-domain-check.ts";
import { anchorOf, DomainAreaSection } from "./domain-area.tsx";
import { DomainGate } from "./domain-gate.tsx";

type Props = {
  check: Extract<DomainCheckView, { state: "finished" }>;
  /** Where a project with this host is made. */
  keepHref: string;
};

/** What one look from outside came to: the sentence first, then what it rests on. */
export function DomainResultPage({ check, keepHref }: Props) {
  const { host, reading, finishedAt, expiresAt } = check;
  return (
    <div className="grid gap-8">
      <div>
        <PageTitle title={reading.headline}>
          <span className="font-mono text-ink text-sm [overflow-wrap:anywhere]">{host}</span>, looked at{" "}
          <Time iso={finishedAt} />. {reading.lede}
        </PageTitle>
        <Stoppers stoppers={reading.stoppers} />
        <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
          <LinkButton href={keepHref} variant="primary" prefetch={false}>
            Keep this
          </LinkButton>
          <LinkButton href={paths.tool("domain-check")}>Check another domain</LinkButton>
          <p className="text-ink-3 text-sm">
            This page is deleted <Time iso={expiresAt} />. Keeping it makes a project, which audits the host again.
          </p>
        </div>
      </div>
      {reading.areas.map((area) => (
        <DomainAreaSection key={area.area} {...area} />
      ))}
      <PublishSection publish={reading.publish} />
      <DomainGate items={reading.gate} />
    </div>
  );
}

function Stoppers({ stoppers }: Pick<Props["check"]["reading"], "stoppers">) {
  if (stoppers.length === 0) return null;
  return (
    <ol className="grid max-w-[72ch] list-decimal gap-1 pl-5">
      {stoppers.map(({ title, why, rule }) => (
        <li key={title} className="[overflow-wrap:anywhere]">
          {rule === null ? (
            why
          ) : (
            <a href={`#${anchorOf(rule)}`} className="underline underline-offset-2">
              {why}
            </a>
          )}
          <span className="block text-ink-3 text-sm">{title}</span>
        </li>
      ))}
    </ol>
  );
}
