import { Table, Td, Th } from "#components/ui/table.tsx";
import type { DeploymentView, ReadinessPointView } from "#db/queries/views.ts";
import { minute } from "#lib/handover/view-words.ts";

type Props = { points: readonly ReadinessPointView[]; deployments: readonly DeploymentView[] };
type Row = { key: string; at: string; what: string; score: string };

export function ReadinessTable({ points, deployments }: Props) {
  const rows: Row[] = [
    ...points.map(({ at, score, runNumber }) => ({
      key: `${at} ${score}`,
      at,
      what: runNumber === null ? "Decision" : `Run ${runNumber}`,
      score: String(score),
    })),
    ...deployments.map(({ id, version, environment, deployedAt }) => ({
      key: id,
      at: deployedAt,
      what: `Deployment ${version} to ${environment}`,
      score: "",
    })),
  ];
  return (
    <div className="max-h-56 overflow-y-auto">
      <Table caption="Readiness over time">
        <thead>
          <tr>
            <Th>When</Th>
            <Th>What</Th>
            <Th className="text-right">Readiness</Th>
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
            .map(({ key, at, what, score }) => (
              <tr key={key}>
                <Td className="whitespace-nowrap text-ink-2">{minute(at)}</Td>
                <Td>{what}</Td>
                <Td className="text-right">{score}</Td>
              </tr>
            ))}
        </tbody>
      </Table>
    </div>
  );
}
