import { clsx } from "clsx";
import Link from "next/link";
import { commonName, daysLeftInWords } from "#components/host/host-words.ts";
import { TlsVersions } from "#components/host/tls-versions.tsx";
import { paths } from "#components/paths.ts";
import { Chip } from "#components/ui/chip.tsx";
import { LifeBar } from "#components/ui/life-bar.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { HostTls } from "#db/queries/list-host-tls.ts";
import type { TlsFacts } from "#lib/audits/facts/tls-facts.ts";
import { day } from "#lib/handover/view-words.ts";
import { trustTone } from "./tls-words.ts";

const CELL = "align-top max-md:border-0 max-md:p-0";

function Label({ children }: { children: string }) {
  return <span className="inline-block w-17 shrink-0 text-ink-3 text-xs md:hidden">{children}</span>;
}

function Cells({ tls }: { tls: TlsFacts }) {
  const [leaf] = tls.chain;
  return (
    <>
      <Td className={CELL}>
        <Chip tone={trustTone(tls)} className="max-sm:whitespace-normal">
          {tls.trust}
        </Chip>
        {!tls.nameMatches && <p className="text-bad text-xs">does not name this host</p>}
      </Td>
      <Td className={clsx(CELL, "[overflow-wrap:anywhere]")}>
        <Label>Issuer</Label>
        {leaf ? commonName(leaf.issuer) : "unknown"}
      </Td>
      <Td className={clsx(CELL, "min-w-32")}>
        {leaf ? (
          <>
            <span className={leaf.daysLeft < 0 ? "font-medium text-bad" : undefined}>
              {daysLeftInWords(leaf.daysLeft)}
            </span>{" "}
            <span className="whitespace-nowrap text-ink-3 text-xs">{day(leaf.validTo)}</span>
            <LifeBar left={tls.lifetimeLeft} className="mt-1 max-w-32" />
          </>
        ) : (
          "unknown"
        )}
      </Td>
      <Td className={CELL}>
        <Label>Key</Label>
        {leaf?.key ?? "unknown"}
      </Td>
      <Td className={CELL}>
        <TlsVersions versions={tls.versions} />
      </Td>
      <Td className={CELL}>
        <Label>ALPN</Label>
        {tls.alpn ?? "none"}
      </Td>
    </>
  );
}

/** The certificates and versions of several hosts, side by side. */
export function TlsTable({ slug, hosts }: { slug: string; hosts: readonly HostTls[] }) {
  return (
    <Table caption="TLS of each host" className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Th>Host</Th>
          <Th>Trust</Th>
          <Th>Issuer</Th>
          <Th>Expires</Th>
          <Th>Key</Th>
          <Th>Versions</Th>
          <Th>ALPN</Th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {hosts.map(({ targetId, host, tls, observedAt }) => (
          <tr
            key={targetId}
            className="max-md:grid max-md:gap-y-1 max-md:border-line max-md:border-b max-md:py-3 md:hover:bg-sunk"
          >
            <th
              scope="row"
              className={clsx(
                "min-w-40 border-line border-b px-2.5 py-2 text-left font-medium [overflow-wrap:anywhere]",
                CELL,
              )}
            >
              <Link href={paths.host(slug, targetId, "tls")} data-row className="underline-offset-2 hover:underline">
                {host}
              </Link>
              {observedAt !== null && (
                <span className="block font-normal text-ink-3 text-xs">
                  seen <Time iso={observedAt} />
                </span>
              )}
            </th>
            {tls ? (
              <Cells tls={tls} />
            ) : (
              <Td colSpan={6} className={clsx(CELL, "text-ink-2")}>
                {observedAt === null
                  ? "No audit has looked at it yet."
                  : "No TLS connection could be made, or it serves none."}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
