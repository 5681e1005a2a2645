import type { Metadata } from "next";
import { loadBoard } from "#app/load.ts";
import { GateSheet } from "#components/board/gate-sheet.tsx";
import { ReadinessSheet } from "#components/board/readiness-sheet.tsx";
import { StatusPage } from "#components/board/status-page.tsx";
import { paths } from "#components/paths.ts";
import { RegisterNotices } from "#components/risks/register-notices.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { isAllowed } from "#lib/auth/permissions.ts";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import { waiveGateAction, withdrawWaiverAction } from "../actions/checks.ts";
import { startRunAction } from "../actions/runs.ts";
import { OpenCheck } from "../open-check.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ check?: string; gate?: string; readiness?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Status · ${project.name}` };
}

export default async function StatusBoardPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const search = await searchParams;
  const board = await loadBoard(slug);
  const { name, role } = board.project;
  const openCheck = CHECK_IDS.find((id) => id === search.check);
  const openGate = board.gate.items.find(({ id }) => id === search.gate);
  const canWaive = isAllowed(role, "waiver.write");
  const startRun = isAllowed(role, "run.start") ? startRunAction.bind(null, slug) : undefined;
  const isUnderWay = board.lastRun?.state === "queued" || board.lastRun?.state === "running";
  return (
    <>
      <PageHeader
        crumbs={[{ title: "Projects", href: paths.projects() }, { title: name }]}
        chip={board.targets[0] && <Chip>{board.targets[0].environment}</Chip>}
        actions={
          <>
            <LinkButton href={paths.handover(slug)}>Handover pack</LinkButton>
            {isUnderWay && board.lastRun ? (
              <LinkButton href={paths.run(slug, board.lastRun.number)} variant="primary">
                Run {board.lastRun.number} is under way
              </LinkButton>
            ) : (
              startRun && (
                <ActionButton action={startRun} variant="primary" keys="r" keysLabel="Run audit">
                  Run audit <Kbd>R</Kbd>
                </ActionButton>
              )
            )}
          </>
        }
      />
      {isUnderWay && <AutoRefresh />}
      <RegisterNotices slug={slug} notices={board.notices} />
      <StatusPage board={board} openCheck={openCheck} startRun={startRun} />
      {openCheck && <OpenCheck slug={slug} role={role} checkId={openCheck} closeHref={paths.board(slug)} />}
      {openGate && (
        <GateSheet
          slug={slug}
          item={openGate}
          checks={board.stages.flatMap((stage) => stage.checks)}
          waive={canWaive ? waiveGateAction.bind(null, slug, openGate.id) : undefined}
          withdrawWaiver={canWaive ? withdrawWaiverAction.bind(null, slug) : undefined}
        />
      )}
      {search.readiness && <ReadinessSheet slug={slug} readiness={board.readiness} />}
    </>
  );
}
