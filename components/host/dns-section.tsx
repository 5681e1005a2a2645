import { clsx } from "clsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { DnsRow, DnsSource } from "#lib/audits/facts/dns-table.ts";
import { answerInWords } from "./host-words.ts";

const CELL = "max-md:border-0 max-md:p-0";

/** Every source that was asked anything, in the order in which they come. */
function sourcesOf(rows: readonly DnsRow[]): string[] {
  return [...new Set(rows.flatMap(({ sources }) => sources.map(({ source }) => source)))];
}

function Answer({ answer }: { answer: DnsSource | undefined }) {
  if (!answer) return <span className="text-ink-3">not asked</span>;
  if (answer.records.length === 0) return <span className="text-ink-3">{answerInWords(answer.status)}</span>;
  return (
    <>
      <ul>
        {answer.records.map((record, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer may repeat itself, and never changes
          <li key={place} className="font-mono text-xs [overflow-wrap:anywhere]">
            {record}
          </li>
        ))}
      </ul>
      {answer.ttl !== null && <span className="text-2xs text-ink-3">TTL {answer.ttl} s</span>}
    </>
  );
}

const isAlias = ({ sources }: DnsRow) => sources.every(({ source }) => source === "resolver");

/** Each question, and what each that was asked has answered; below, the aliases that only one was asked about. */
export function DnsAnswers({ rows }: { rows: readonly DnsRow[] }) {
  const aliases = rows.filter(isAlias);
  return (
    <>
      <DnsTable rows={rows.filter((row) => !isAlias(row))} />
      {aliases.length > 0 && (
        <ul aria-label="Aliases under the domain" className="text-sm">
          {aliases.map(({ name, sources }) => (
            <li key={name} className="[overflow-wrap:anywhere]">
              <span className="font-mono text-xs">{name}</span> <span className="text-ink-3">is an alias of</span>{" "}
              <span className="font-mono text-xs">{sources.flatMap(({ records }) => records).join(", ")}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Where they disagree, the row says so. */
function DnsTable({ rows }: { rows: readonly DnsRow[] }) {
  const sources = sourcesOf(rows);
  const kinds = new Map(rows.flatMap((row) => row.sources.map(({ source, kind }) => [source, kind])));
  return (
    <Table caption="DNS answers by question and source" isWide className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <Th>Question</Th>
          {sources.map((source) => (
            <Th key={source} className="max-w-60 align-bottom">
              <span className="block whitespace-normal text-ink-2 [overflow-wrap:anywhere]">{source}</span>
              <span className="font-normal">{kinds.get(source)}</span>
            </Th>
          ))}
          <Th>Agree</Th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row, place) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: a question may be asked twice, and the list never changes
            key={place}
            className={clsx(
              "max-md:grid max-md:gap-y-1.5 max-md:border-line max-md:border-b max-md:px-2.5 max-md:py-2.5",
              !row.agrees && "bg-bad-tint",
            )}
          >
            <th
              scope="row"
              className={clsx("max-w-60 border-line border-b px-2.5 py-2 text-left align-top font-normal", CELL)}
            >
              <span className="font-medium">{row.type}</span>{" "}
              <span className="font-mono text-ink-2 text-xs [overflow-wrap:anywhere]">{row.name}</span>
            </th>
            {sources.map((source) => {
              const answer = row.sources.find((one) => one.source === source);
              return (
                <Td key={source} className={clsx("max-w-72 align-top", CELL, !answer && "max-md:hidden")}>
                  <span className="block text-ink-3 text-xs md:hidden">{source}</span>
                  <Answer answer={answer} />
                </Td>
              );
            })}
            <Td className={clsx("align-top", CELL)}>
              <span className="text-ink-3 text-xs md:hidden">They agree: </span>
              {row.agrees ? <span className="text-ink-3">yes</span> : <span className="font-medium text-bad">no</span>}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
