import { Chip } from "#components/ui/chip.tsx";
import type { UiMark } from "#components/ui/marks.ts";
import type { TlsFacts } from "#lib/audits/facts/tls-facts.ts";

const NAMES: Readonly<Record<string, string>> = {
  TLSv1: "TLS 1.0",
  "TLSv1.1": "TLS 1.1",
  "TLSv1.2": "TLS 1.2",
  "TLSv1.3": "TLS 1.3",
};
/** RFC 8996: offering one of these is a fault. */
const RETIRED: ReadonlySet<string> = new Set(["TLSv1", "TLSv1.1"]);

function toneOf(version: string, offered: boolean | null): UiMark["tone"] {
  if (offered !== true) return "mute";
  return RETIRED.has(version) ? "bad" : "ok";
}

const saidOf = (offered: boolean | null) => (offered === null ? "not tried" : offered ? "offered" : "refused");

export function TlsVersions({ versions }: Pick<TlsFacts, "versions">) {
  return (
    <ul className="flex flex-wrap gap-1">
      {versions.map(({ version, offered }) => (
        <li key={version}>
          <Chip tone={toneOf(version, offered)}>
            {NAMES[version] ?? version} {saidOf(offered)}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
