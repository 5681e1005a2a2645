// @ts-nocheck

import { BoardSkeleton } from "#components/board/board-skeleton.tsx";
import { CheckSheet } from "#components/board/check-sheet.tsx";
import { GateSheet } from "#components/board/gate-sheet.tsx";
import { ProjectsList } from "#components/board/projects-list.tsx";
import { ReadinessSheet } from "#components/board/readiness-sheet.tsx";
import { StageBoard } from "#components/board/stage-board.tsx";
import { StatusPage } from "#components/board/status-page.tsx";
import { NewRiskSheet } from "#components/risks/new-risk-sheet.tsx";
import { RiskRegister } from "#components/risks/risk-register.tsx";
import { RiskSheet } from "#components/risks/risk-sheet.tsx";
import { AppShell } from "#components/shell/app-shell.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ActionButton } from "#components/ui/action-button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import * as f from "./fixtures.ts";

async function ok() {
  "use server";
  await new Promise((r) => setTimeout(r, 700));
  return { ok: true, message: "Done." };
}
async function wrong() {
  "use server";
  return {
    ok: false,
    code: "invalid",
    message: "Something is missing.",
    fieldErrors: { title: ["Say what could happen."] },
  };
}
async function out() {
  "use server";
}

export default async function Page({ searchParams }) {
  const { p = "status", sheet } = await searchParams;
  const slug = "ops-copilot";
  const close = `/gallery-tmp?p=${p}`;
  const crumbs = [{ title: "Projects", href: "/projects" }, { title: "Ops Copilot" }];
  return (
    <AppShell
      user={{ name: "Mira Koch", email: "m@x" }}
      project={p === "projects" ? null : f.project}
      signOut={out}
      startRun={ok}
    >
      <PageHeader
        crumbs={crumbs}
        chip={<Chip>production</Chip>}
        actions={
          <>
            <LinkButton href="/x">Handover pack</LinkButton>
            <ActionButton action={ok} variant="primary" keys="r" keysLabel="Run audit">
              Run audit <Kbd>R</Kbd>
            </ActionButton>
          </>
        }
      />
      {p === "status" && (
        <StatusPage board={f.board} startRun={ok} openCheck={sheet === "check" ? "https-everywhere" : undefined} />
      )}
      {p === "stage" && <StageBoard slug={slug} stage={f.stages[2]} />}
      {p === "loading" && <BoardSkeleton />}
      {p === "projects" && (
        <>
          <PageTitle title="Projects" />
          <ProjectsList projects={f.projects} canCreate />
        </>
      )}
      {p === "empty" && <ProjectsList projects={[]} canCreate />}
      {p === "risks" && (
        <RiskRegister
          slug={slug}
          risks={f.risks}
          query={{ view: "all", sort: "severity" }}
          openNumber={sheet ? 2 : undefined}
          me="u1"
          now={new Date()}
          hasSheet={Boolean(sheet)}
        />
      )}
      {sheet === "risk" && (
        <RiskSheet
          slug={slug}
          risk={f.riskDetail}
          people={f.people}
          actions={{ markFixed: ok, decide: wrong, setOwner: ok, update: wrong }}
          place={{
            index: 1,
            total: 7,
            previousHref: "/gallery-tmp?p=risks",
            nextHref: "/gallery-tmp?p=risks&sheet=risk&n=3",
          }}
          closeHref={close}
        />
      )}
      {sheet === "new" && <NewRiskSheet action={wrong} people={f.people} closeHref={close} />}
      {sheet === "check" && (
        <CheckSheet
          slug={slug}
          check={f.checkDetail}
          people={f.people}
          actions={{ checkAgain: ok, attest: wrong, withdrawAttestation: ok, setOwner: ok, setNotApplicable: ok }}
          canOverride
          canAddRisk
          closeHref={close}
          today="2026-11-23"
        />
      )}
      {sheet === "gate" && (
        <GateSheet slug={slug} item={f.gate.items[1]} checks={f.stages.flatMap((s) => s.checks)} waive={ok} />
      )}
      {sheet === "readiness" && <ReadinessSheet slug={slug} readiness={f.board.readiness} />}
    </AppShell>
  );
}
