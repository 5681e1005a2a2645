import { and, desc, eq, ne, sql } from "drizzle-orm";
import { assetRows } from "#lib/audits/facts/asset-rows.ts";
import { MAIL_MECHANISMS, type MailMechanism, mailRecords } from "#lib/audits/facts/mail-records.ts";
import { type Observation, observationSchema, type PartName } from "#lib/audits/observation.ts";
import { recordsAsked } from "#lib/audits/records-to-publish.ts";
import { compareVerdicts } from "#lib/audits/verdict-order.ts";
import type { Artefact, SheetHost, SheetMailDomain } from "#lib/roadmap/sheets/artefact.ts";
import { targetHost } from "#lib/target-url.ts";
import type { Db } from "../client.ts";
import { observations, runs, targets } from "../schema/index.ts";
import type { ArtefactSource } from "./deliverable-artefacts.ts";
import { hostRow, type Look, lastTwoLooks } from "./host-rows.ts";
import type { LatestResult } from "./latest-results.ts";
import { sheetResult } from "./sheet-result.ts";

/** Each host now and before, with the records that would mend it. */
export async function loadDomains({ db, project, facts }: ArtefactSource): Promise<Artefact> {
  const looks = await lastTwoLooks(db, eq(targets.projectId, project));
  const byTarget = Map.groupBy(looks, (look) => look.targetId);
  const hosts = facts.targets.map((target): SheetHost => {
    const own = facts.results.filter((result) => result.targetId === target.id);
    const { areas, host, observedAt } = hostRow(target, byTarget.get(target.id) ?? []);
    return {
      targetId: target.id,
      url: target.url,
      host,
      environment: target.environment,
      observedAt,
      areas,
      changes: changesOf(own, byTarget.get(target.id) ?? []),
      publish: recordsAsked(own).map(({ record, by }) => ({
        ...record,
        title: sheetResult(by).title,
        runNumber: by.runNumber,
      })),
    };
  });
  return { kind: "domains", hosts };
}

const OPEN = ["fail", "warn"];

function changesOf(own: readonly LatestResult[], looks: readonly Look[]): SheetHost["changes"] {
  return own
    .map((result) => {
      const before = looks.filter((look) => look.rule === result.rule && look.runId !== result.runId)[0];
      const now = sheetResult(result);
      return { title: now.title, now, before: before?.verdict ?? null, beforeRun: before?.runNumber ?? null };
    })
    .filter(({ now, before }) => OPEN.includes(now.verdict) || (before !== null && before !== now.verdict))
    .toSorted((a, b) => compareVerdicts(a.now.verdict, b.now.verdict));
}

type Seen = { targetId: string; url: string; runNumber: number; observation: Observation };

/** Of each target, what the newest finished audit that saw that part has seen; what is no longer read is left out. */
async function newestSeen(db: Db, project: string, part: PartName): Promise<Seen[]> {
  const { observation } = observations;
  const rows = await db
    .selectDistinctOn([observations.targetId], {
      targetId: observations.targetId,
      url: targets.url,
      runNumber: runs.number,
      observation,
    })
    .from(observations)
    .innerJoin(runs, eq(runs.id, observations.runId))
    .innerJoin(targets, eq(targets.id, observations.targetId))
    .where(
      and(
        eq(observations.projectId, project),
        eq(runs.state, "finished"),
        ne(runs.reason, "verify"),
        sql`${observation}->>'version' = ${String(observationSchema.shape.version.value)}`,
        sql`${observation}->'parts'->${part}->>'state' = 'observed'`,
      ),
    )
    .orderBy(observations.targetId, desc(runs.number));
  return rows.flatMap((row) => {
    const { data } = observationSchema.safeParse(row.observation);
    return data ? [{ ...row, observation: data }] : [];
  });
}

/** Per domain, since several hosts share its mail records. */
export async function loadMail({ db, project, facts }: ArtefactSource): Promise<Artefact> {
  const seen = await newestSeen(db, project, "mail");
  const order = facts.targets.map(({ id }) => id);
  const known = seen
    .toSorted((a, b) => order.indexOf(a.targetId) - order.indexOf(b.targetId))
    .flatMap((one) => {
      const found = mailRecords(one.observation.parts);
      return found ? [{ ...one, ...found }] : [];
    });
  const domains = [...Map.groupBy(known, ({ domain }) => domain)].map(([domain, all]): SheetMailDomain => {
    const newest = all.reduce((soFar, one) => (one.runNumber > soFar.runNumber ? one : soFar));
    const ids = all.map(({ targetId }) => targetId);
    const own = facts.results.filter(({ targetId }) => ids.includes(targetId));
    return {
      domain,
      hosts: [...new Set(all.map(({ url }) => targetHost(url)))],
      runNumber: newest.runNumber,
      observedAt: newest.observation.finishedAt,
      rows: (Object.keys(MAIL_MECHANISMS) as MailMechanism[]).map((mechanism) => ({
        mechanism,
        inPlace: newest.inPlace[mechanism],
        ...judged(own, MAIL_MECHANISMS[mechanism]),
      })),
    };
  });
  return { kind: "mail", domains };
}

function judged(own: readonly LatestResult[], rules: readonly string[]) {
  const about = own.filter(({ rule }) => rules.includes(rule));
  const [worst] = about.toSorted((a, b) => compareVerdicts(a.verdict, b.verdict));
  return { publish: recordsAsked(about).map(({ record }) => record), result: worst ? sheetResult(worst) : null };
}

/** The files that were fetched twice. */
export async function loadCaching({ db, project }: ArtefactSource): Promise<Artefact> {
  const seen = await newestSeen(db, project, "assets");
  const assets = seen.flatMap(({ targetId, url, runNumber, observation: { parts } }) =>
    parts.assets.state === "observed"
      ? assetRows(parts.assets.value).map((row) => ({ ...row, targetId, host: targetHost(url), runNumber }))
      : [],
  );
  return { kind: "caching", assets };
}
