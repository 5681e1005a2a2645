import Link from "next/link";
import type { RunSummary } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { RUN_MARKS } from "../ui/marks.ts";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Table, Td, Th } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { countsInWords, purpose } from "./run-words.ts";

function Row({ slug, run }: { slug: string; run: RunSummary }) {
  return (
    <tr className="hover:bg-sunk">
      <Td className="font-medium">
        <Link href={paths.run(slug, run.number)} className="underline-offset-2 hover:underline">
          Run {run.number}
        </Link>
      </Td>
      <Td>
        <StatusBadge mark={RUN_MARKS[run.state]} />
      </Td>
      <Td>{countsInWords(run.counts)}</Td>
      <Td className="whitespace-nowrap">
        {run.sinceLast.fixed} fixed · {run.sinceLast.new} new
      </Td>
      <Td className="text-ink-2">
        {run.startedBy.name}, {purpose(run)}
      </Td>
      <Td className="whitespace-nowrap text-ink-3">
        <Time iso={run.createdAt} />
      </Td>
    </tr>
  );
}

export function RunList({ slug, runs }: { slug: string; runs: readonly RunSummary[] }) {
  return (
    <Table caption="Runs, newest first">
      <thead>
        <tr>
          <Th>Run</Th>
          <Th>State</Th>
          <Th>Results</Th>
          <Th>Change</Th>
          <Th>Started by</Th>
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row key={run.number} slug={slug} run={run} />
        ))}
      </tbody>
    </Table>
  );
}
