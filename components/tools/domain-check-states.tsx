import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { WAITING, WORKING } from "#components/ui/marks.ts";
import { StateIcon } from "#components/ui/state-icon.tsx";

type Props = { host: string; state: "queued" | "running" };

export function DomainCheckUnderWay({ host, state }: Props) {
  const isRunning = state === "running";
  return (
    <div className="max-w-[44rem]">
      <AutoRefresh />
      <PageTitle title={<span className="[overflow-wrap:anywhere]">Looking at {host}</span>} />
      <p role="status" className="flex items-start gap-2.5">
        <StateIcon mark={isRunning ? WORKING : WAITING} size={18} isDecorative className="mt-0.5" />
        {isRunning
          ? "Questions to DNS, TLS handshakes and GET requests are on their way. This takes up to a minute."
          : "Waiting for its turn. Only a few domains are looked at at the same time."}
      </p>
      <p className="mt-3 text-ink-2 text-sm">
        The result comes up here by itself. Keep the address of this page: nobody else has it.
      </p>
      <noscript>
        <p className="mt-3 text-sm">Without scripts, load this page again in a moment.</p>
      </noscript>
    </div>
  );
}

export function DomainCheckFailed({ host }: { host: string }) {
  return (
    <div className="max-w-[44rem]">
      <PageTitle title={<span className="[overflow-wrap:anywhere]">{host} could not be checked</span>}>
        The check broke off before there was a result. That says nothing about the host. Try again in ten minutes.
      </PageTitle>
      <LinkButton href={paths.tool("domain-check")}>Check another domain</LinkButton>
    </div>
  );
}
