import { and, asc, count, desc, eq, inArray, isNull, max } from "drizzle-orm";
import type { Records } from "#lib/roadmap/records/types.ts";
import { targetHost } from "#lib/target-url.ts";
import type { Db } from "../client.ts";
import {
  attestations,
  checkStates,
  foundHosts,
  memberships,
  packs,
  runs,
  targets,
  users,
  waivers,
} from "../schema/index.ts";
import { iso } from "./iso.ts";
import { type LatestResult, latestResults } from "./latest-results.ts";
import { deciders, owners, person } from "./person.ts";
import { loadRecords } from "./project-records.ts";
import { loadRisks, type RiskRow, unresolvedIn } from "./risk-rows.ts";
import type { PersonView, WaiverView } from "./views.ts";

type CheckStateRow = Pick<typeof checkStates.$inferSelect, "projectId" | "checkId" | "notApplicableReason"> & {
  owner: PersonView | null;
};

/** All rows that a project's board is derived from. */
export type ProjectFacts = {
  targets: (typeof targets.$inferSelect)[];
  results: LatestResult[];
  states: CheckStateRow[];
  attestations: (typeof attestations.$inferSelect)[];
  /** Newest first, the withdrawn left out. */
  waivers: (WaiverView & { projectId: string })[];
  /** Open and rechecking. */
  risks: RiskRow[];
  /** Hosts that audits came across and that are neither audited nor ignored, by name. */
  unauditedHosts: string[];
  /** Names of the members who may change things. */
  peopleWhoCanAct: string[];
  /** What the team has written down. */
  records: Records;
  finishedRuns: number;
  lastFinishedAt: Date | null;
  /** Packs that are ready. */
  draftPacks: number;
  finalPacks: number;
};

/** The facts of many projects in a fixed number of statements. */
export async function loadFacts(db: Db, projectIds: string[], now: Date): Promise<(id: string) => ProjectFacts> {
  const [audited, newest, states, attested, waived, risks, hosts, people, finished, ready, recordsOf] =
    await Promise.all([
      db
        .select()
        .from(targets)
        .where(inArray(targets.projectId, projectIds))
        .orderBy(asc(targets.createdAt), asc(targets.id)),
      latestResults(db, projectIds),
      loadStates(db, projectIds),
      db
        .select()
        .from(attestations)
        .where(and(inArray(attestations.projectId, projectIds), isNull(attestations.withdrawnAt))),
      loadWaivers(db, projectIds),
      loadRisks(db, unresolvedIn(projectIds), now),
      db
        .select({ projectId: foundHosts.projectId, host: foundHosts.host })
        .from(foundHosts)
        .where(and(inArray(foundHosts.projectId, projectIds), isNull(foundHosts.ignoredAt)))
        .orderBy(asc(foundHosts.host)),
      db
        .select({ projectId: memberships.projectId, name: users.name })
        .from(memberships)
        .innerJoin(users, eq(users.id, memberships.userId))
        .where(and(inArray(memberships.projectId, projectIds), inArray(memberships.role, ["founder", "engineer"])))
        .orderBy(asc(memberships.createdAt), asc(memberships.userId)),
      db
        .select({ projectId: runs.projectId, count: count(), last: max(runs.finishedAt) })
        .from(runs)
        .where(and(inArray(runs.projectId, projectIds), eq(runs.state, "finished")))
        .groupBy(runs.projectId),
      db
        .select({ projectId: packs.projectId, isDraft: packs.isDraft, count: count() })
        .from(packs)
        .where(and(inArray(packs.projectId, projectIds), eq(packs.state, "ready")))
        .groupBy(packs.projectId, packs.isDraft),
      loadRecords(db, projectIds),
    ]);
  const pick = <Row extends { projectId: string }>(rows: Row[]) => {
    const byProject = Map.groupBy(rows, (row) => row.projectId);
    return (id: string) => byProject.get(id) ?? [];
  };
  const of = {
    targets: pick(audited),
    results: pick(newest),
    states: pick(states),
    attestations: pick(attested),
    waivers: pick(waived),
    risks: pick(risks),
    hosts: pick(hosts),
    people: pick(people),
    finished: pick(finished),
    ready: pick(ready),
  };
  return (id) => ({
    targets: of.targets(id),
    results: of.results(id),
    states: of.states(id),
    attestations: of.attestations(id),
    waivers: of.waivers(id),
    risks: of.risks(id),
    unauditedHosts: without(of.hosts(id), of.targets(id)),
    peopleWhoCanAct: of.people(id).map(({ name }) => name),
    records: recordsOf(id),
    finishedRuns: of.finished(id)[0]?.count ?? 0,
    lastFinishedAt: of.finished(id)[0]?.last ?? null,
    draftPacks: of.ready(id).find((row) => row.isDraft)?.count ?? 0,
    finalPacks: of.ready(id).find((row) => !row.isDraft)?.count ?? 0,
  });
}

function without(found: { host: string }[], audited: { url: string }[]): string[] {
  const known = new Set(audited.map(({ url }) => targetHost(url)));
  return found.map(({ host }) => host).filter((host) => !known.has(host));
}

async function loadStates(db: Db, projectIds: string[]): Promise<CheckStateRow[]> {
  const rows = await db
    .select({ state: checkStates, ownerName: owners.name })
    .from(checkStates)
    .leftJoin(owners, eq(owners.id, checkStates.ownerId))
    .where(inArray(checkStates.projectId, projectIds));
  return rows.map(({ state, ownerName }) => ({
    projectId: state.projectId,
    checkId: state.checkId,
    notApplicableReason: state.notApplicableReason,
    owner: person(state.ownerId, ownerName),
  }));
}

async function loadWaivers(db: Db, projectIds: string[]): Promise<ProjectFacts["waivers"]> {
  const rows = await db
    .select({ waiver: waivers, deciderName: deciders.name })
    .from(waivers)
    .leftJoin(deciders, eq(deciders.id, waivers.deciderId))
    .where(and(inArray(waivers.projectId, projectIds), isNull(waivers.withdrawnAt)))
    .orderBy(desc(waivers.createdAt), desc(waivers.id));
  return rows.map(({ waiver, deciderName }) => ({
    projectId: waiver.projectId,
    id: waiver.id,
    gateId: waiver.gateId,
    reason: waiver.reason,
    decider: person(waiver.deciderId, deciderName),
    createdAt: iso(waiver.createdAt),
    expiresAt: iso(waiver.expiresAt),
  }));
}
