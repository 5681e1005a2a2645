import type { FormAction } from "#components/ui/action.ts";
import type { Board as BoardData } from "#db/queries/views.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import type { CheckId } from "#lib/roadmap/ids.ts";
import { Board } from "./board.tsx";
import { GateCard } from "./gate-card.tsx";
import { LaunchAnswer } from "./launch-answer.tsx";
import { NoRunsYet } from "./no-runs-yet.tsx";
import { ReadinessPanel } from "./readiness-panel.tsx";
import { SignalsList } from "./signals-list.tsx";

type Props = { board: BoardData; openCheck?: CheckId | undefined; startRun?: FormAction | undefined };

/** The status board: the answer, the bar, the seven stages, and what lies behind them. */
export function StatusPage({ board, openCheck, startRun }: Props) {
  const { slug } = board.project;
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-x-7 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,430px)]">
        <div className="flex min-w-0 flex-col gap-4">
          <LaunchAnswer slug={slug} answer={board.answer} blockers={board.blockers} gate={board.gate} />
          {board.lastRun === null && (
            <NoRunsYet slug={slug} hasTargets={board.targets.length > 0} startRun={startRun} />
          )}
        </div>
        <GateCard slug={slug} gate={board.gate} checks={board.stages.flatMap((stage) => stage.checks)} />
      </div>
      <Board slug={slug} stages={board.stages} openCheck={openCheck} />
      <div className="grid gap-7 lg:grid-cols-[1.35fr_1fr]">
        <ReadinessPanel slug={slug} readiness={board.readiness} points={board.points} deployments={board.deployments} />
        <SignalsList slug={slug} signals={board.signals} canSeeMembers={isAllowed(board.project.role, "member.read")} />
      </div>
    </div>
  );
}
