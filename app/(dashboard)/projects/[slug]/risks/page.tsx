import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { paths } from "#components/paths.ts";
import { NewRiskSheet } from "#components/risks/new-risk-sheet.tsx";
import { parseRiskQuery, riskSearch } from "#components/risks/risk-query.ts";
import { RiskRegister } from "#components/risks/risk-register.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { getMe } from "#db/queries/get-me.ts";
import { listMembers } from "#db/queries/list-members.ts";
import { listRisks } from "#db/queries/list-risks.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import { createRiskAction } from "../actions/risks.ts";
import { OpenRisk } from "./open-risk.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Risks · ${project.name}` };
}

export default async function RisksPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const search = await searchParams;
  const { project } = await loadBoard(slug);
  const canWrite = isAllowed(project.role, "risk.write");
  const { risks, people, me, now } = await load(paths.risks(slug), async (ctx) => ({
    risks: await listRisks(ctx, slug, {}),
    people: isAllowed(project.role, "member.read") ? (await listMembers(ctx, slug)).members : [],
    me: (await getMe(ctx)).id,
    now: ctx.now,
  }));
  const query = parseRiskQuery(search);
  const openNumber = Number(search.risk) || undefined;
  const isNew = search.new !== undefined && canWrite;
  const closeHref = paths.risks(slug, riskSearch(query));
  return (
    <>
      <ProjectHeader
        project={project}
        trail={[{ title: "Risks" }]}
        actions={
          canWrite && (
            <LinkButton href={paths.newRisk(slug)} variant="primary" keys="c" keysLabel="Add risk">
              Add risk <Kbd>C</Kbd>
            </LinkButton>
          )
        }
      />
      <RiskRegister
        slug={slug}
        risks={risks}
        query={query}
        openNumber={openNumber}
        me={me}
        now={now}
        hasSheet={openNumber !== undefined}
      />
      {openNumber !== undefined && (
        <OpenRisk
          slug={slug}
          role={project.role}
          number={openNumber}
          listing={{ risks, query, me, now }}
          people={people}
          closeHref={closeHref}
        />
      )}
      {isNew && (
        <NewRiskSheet
          action={createRiskAction.bind(null, slug)}
          people={people}
          check={CHECK_IDS.find((id) => id === search.check)}
          closeHref={closeHref}
        />
      )}
    </>
  );
}
