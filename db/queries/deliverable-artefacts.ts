import { and, count, desc, eq, inArray } from "drizzle-orm";
import { compareRisks, isBlocking } from "#lib/roadmap/blockers.ts";
import { ACCESS_FAULT_CHECKS } from "#lib/roadmap/deliverables.ts";
import { CHECK_IDS, type DeliverableId, SEVERITIES } from "#lib/roadmap/ids.ts";
import { PROVIDER_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import { lastCompleteRun, stepStandings } from "#lib/roadmap/records/runbooks.ts";
import type { Artefact, SheetProvider, SheetStatement } from "#lib/roadmap/sheets/artefact.ts";
import type { Db } from "../client.ts";
import { deployments, packs, risks } from "../schema/index.ts";
import { loadCaching, loadDomains, loadMail } from "./deliverable-hosts.ts";
import type { DerivedProject } from "./derive-project.ts";
import { iso } from "./iso.ts";
import { riskView } from "./list-risks.ts";
import { loadPacks } from "./pack-rows.ts";
import type { ProjectFacts } from "./project-facts.ts";
import { loadRisks } from "./risk-rows.ts";

const BLOCKERS_MAX = 10;
const DEPLOYMENTS_MAX = 5;

export type ArtefactSource = {
  db: Db;
  /** The project's id. */
  project: string;
  now: Date;
  facts: ProjectFacts;
  derived: DerivedProject;
  statements: SheetStatement[];
};

type Load = (source: ArtefactSource) => Artefact | Promise<Artefact>;

const onEvidence: Load = () => ({ kind: "evidence" });

/** Where each deliverable's own data comes from; a fixed number of statements each. */
const LOADS: Readonly<Record<DeliverableId, Load>> = {
  "risk-register": loadRegister,
  "decision-list": ({ facts, statements }) => ({
    kind: "decisions",
    risks: facts.risks.toSorted(compareRisks).map(riskView),
    waivers: facts.waivers.map(({ gateId, reason, decider, createdAt, expiresAt }) => ({
      gateId,
      reason,
      decider,
      createdAt,
      expiresAt,
    })),
    overrides: statements.filter(({ isOverride }) => isOverride),
  }),
  "auth-flow-map": onEvidence,
  "authorization-fixed": loadRepairs,
  "domain-setup": loadDomains,
  "email-setup": loadMail,
  "env-inventory": onEvidence,
  "rotation-checklist": ({ facts }) => ({ kind: "rotation", runbooks: rotations(facts) }),
  "throttling-settings": onEvidence,
  "cache-list": loadCaching,
  "monitoring-dashboard": ({ facts }) => ({
    kind: "monitoring",
    providers: providersOf(facts).filter(({ kind }) => kind === PROVIDER_KIND_NAMES.monitoring),
  }),
  "incident-template": loadIncident,
  "handover-pack": async ({ db, project }) => ({
    kind: "packs",
    packs: await loadPacks(db, project, eq(packs.state, "ready")),
  }),
};

export async function loadArtefact(id: DeliverableId, source: ArtefactSource): Promise<Artefact> {
  return LOADS[id](source);
}

async function loadRegister({ db, project, now, facts, derived }: ArtefactSource): Promise<Artefact> {
  const settled = await db
    .select({ severity: risks.severity, count: count() })
    .from(risks)
    .where(and(eq(risks.projectId, project), inArray(risks.state, ["verified", "closed"])))
    .groupBy(risks.severity);
  return {
    kind: "register",
    blockers: derived.blockers.slice(0, BLOCKERS_MAX).map(riskView),
    blockersTotal: derived.blockers.length,
    totals: SEVERITIES.map((severity) => {
      const open = facts.risks.filter((risk) => risk.severity === severity);
      return {
        severity,
        open: open.length,
        blocking: open.filter((risk) => isBlocking(risk, now)).length,
        settled: settled.find((row) => row.severity === severity)?.count ?? 0,
      };
    }),
  };
}

async function loadRepairs({ db, project, now }: ArtefactSource): Promise<Artefact> {
  const found = await loadRisks(
    db,
    and(eq(risks.projectId, project), inArray(risks.checkId, [...ACCESS_FAULT_CHECKS])),
    now,
  );
  const ranked = found.toSorted(compareRisks).map(riskView);
  const isOpen = ({ state }: (typeof ranked)[number]) => state === "open" || state === "rechecking";
  return { kind: "repairs", fixed: ranked.filter((risk) => !isOpen(risk)), open: ranked.filter(isOpen) };
}

async function loadIncident({ db, project, facts, derived }: ArtefactSource): Promise<Artefact> {
  const latest = await db
    .select({
      version: deployments.version,
      environment: deployments.environment,
      deployedAt: deployments.deployedAt,
    })
    .from(deployments)
    .where(eq(deployments.projectId, project))
    .orderBy(desc(deployments.deployedAt), desc(deployments.id))
    .limit(DEPLOYMENTS_MAX);
  return {
    kind: "incident",
    failing: CHECK_IDS.map((id) => derived.checks[id])
      .filter(({ status }) => status === "failing")
      .map(({ id, line, evidenceAt }) => ({
        checkId: id,
        line,
        evidenceAt,
        owner: facts.states.find((state) => state.checkId === id)?.owner ?? null,
      })),
    providers: providersOf(facts),
    deployments: latest.map((row) => ({ ...row, deployedAt: iso(row.deployedAt) })),
  };
}

function providersOf({ records }: ProjectFacts): SheetProvider[] {
  return records.providers.map(({ kind, provider, consoleUrl, owners }) => ({
    kind: PROVIDER_KIND_NAMES[kind],
    provider,
    consoleUrl,
    owners: owners.map(({ name, contact }) => ({ name, contact })),
  }));
}

function rotations({ records }: ProjectFacts) {
  return records.runbooks
    .filter(({ kind }) => kind === "rotate")
    .map((runbook) => ({
      id: runbook.id,
      title: runbook.title,
      steps: stepStandings(runbook).map(({ text, people }) => ({ text, people })),
      lastCompleteAt: lastCompleteRun(runbook),
    }));
}
