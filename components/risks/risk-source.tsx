import { HostName } from "#components/ui/host-name.tsx";
import type { RiskView } from "#db/queries/views.ts";

/** "src/chat/route.ts:7", as the scanner named it. */
export function locationWords({ uri, line }: NonNullable<RiskView["location"]>): string {
  return line === null ? uri : `${uri}:${line}`;
}

/** Where it was seen, beside a title that would not tell two places apart. */
export function RiskSource({ risk: { targetUrl, tool, location } }: { risk: RiskView }) {
  if (tool === null) return <HostName url={targetUrl} />;
  return (
    <span className="block font-normal text-ink-3 text-xs">
      {location !== null && <span className="font-mono">{locationWords(location)} </span>}
      {tool}
    </span>
  );
}
