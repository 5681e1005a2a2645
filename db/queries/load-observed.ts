import { sql } from "drizzle-orm";
import type { z } from "zod";
import { observed } from "#lib/audits/observation/common.ts";
import { dns } from "#lib/audits/observation/dns.ts";
import { edge } from "#lib/audits/observation/edge.ts";
import { mail } from "#lib/audits/observation/mail.ts";
import { observationSchema } from "#lib/audits/observation.ts";
import { observedProviders } from "#lib/roadmap/records/observed.ts";
import type { Records } from "#lib/roadmap/records/types.ts";
import type { Db } from "../client.ts";

type Observed = Records["observed"];
type Row = { projectId: string; host: string; parts: Record<string, unknown> };

/** Each part with a rule that always looks at it: the newest result of that rule names the run. */
const PARTS = {
  dns: { rule: "dns/nameservers", schema: observed(dns) },
  mail: { rule: "mail/mx", schema: observed(mail) },
  edge: { rule: "edge/proven", schema: observed(edge) },
} as const;
const WANTED = JSON.stringify(Object.entries(PARTS).map(([part, { rule }]) => ({ part, rule })));

/**
 * Who runs DNS, mail and hosting as the newest audits of each project's main address saw it: one statement, one look-up
 * per part, each observation opened once and of it those parts alone. What an older version wrote in another form is not read.
 */
export async function loadObserved(db: Db, projectIds: string[]): Promise<(id: string) => Observed> {
  if (projectIds.length === 0) return () => [];
  const rows = await db.execute<Row>(sql`
    select look.project_id as "projectId", whole.target->>'host' as host, chosen.parts
    from (
      select main.project_id, main.id as target_id, newest.run_id, array_agg(wanted.part) as parts
      from (
        select distinct on (t.project_id) t.project_id, t.id from targets t
        where t.project_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(projectIds)}::jsonb))
          and t.environment = 'production' and t.profile = 'page'
        order by t.project_id, t.created_at, t.id
      ) main
      cross join jsonb_to_recordset(${WANTED}::jsonb) as wanted(part text, rule text)
      cross join lateral (
        select r.run_id from results r join runs on runs.id = r.run_id
        where r.project_id = main.project_id and r.target_id = main.id and r.rule = wanted.rule
          and runs.state = 'finished'
        order by r.observed_at desc limit 1
      ) newest
      group by main.project_id, main.id, newest.run_id
    ) look
    join observations o on o.run_id = look.run_id and o.target_id = look.target_id
    cross join jsonb_to_record(o.observation) as whole(version text, target jsonb, parts jsonb)
    cross join lateral (
      select jsonb_object_agg(part, whole.parts->part) as parts from unnest(look.parts) as part
    ) chosen
    where whole.version = ${String(observationSchema.shape.version.value)}`);
  const byProject = Map.groupBy(rows, (row) => row.projectId);
  return (id) => (byProject.get(id) ?? []).flatMap(observedIn);
}

function observedIn({ host, parts }: Row): Observed {
  const read = <P extends keyof typeof PARTS>(part: P) =>
    PARTS[part].schema.safeParse(parts[part]).data as z.output<(typeof PARTS)[P]["schema"]> | undefined;
  const [dnsPart, mailPart, edgePart] = [read("dns"), read("mail"), read("edge")];
  return observedProviders({
    host,
    ...(dnsPart && { dns: dnsPart }),
    ...(mailPart && { mail: mailPart }),
    ...(edgePart && { edge: edgePart }),
  });
}
