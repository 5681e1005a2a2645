import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { paths } from "#components/paths.ts";
import { ExportMenu } from "#components/risks/export-menu.tsx";
import { ImportDialog } from "#components/risks/import-dialog.tsx";
import { NewRiskSheet } from "#components/risks/new-risk-sheet.tsx";
import { RegisterNotices } from "#components/risks/register-notices.tsx";
import { parseRiskQuery, riskSearch, type Search } from "#components/risks/risk-query.ts";
import { RiskRegister } from "#components/risks/risk-register.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { getMe } from "#db/queries/get-me.ts";
import { listImports } from "#db/queries/list-imports.ts";
import { listMembers } from "#db/queries/list-members.ts";
import { listRisks } from "#db/queries/list-risks.ts";
import { listSavedViews } from "#db/queries/list-saved-views.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";
import { createRiskAction } from "../actions/risks.ts";
import { OpenRisk } from "./open-risk.tsx";
import { registerActions, registerMay, viewActions } from "./register-actions.ts";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Risks · ${project.name}` };
}

export default async function RisksPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const search = await searchParams;
  const { project, notices } = await loadBoard(slug);
  const { role } = project;
  const canWrite = isAllowed(role, "risk.write");
  const { risks, views, imports, people, basis } = await load(paths.risks(slug), async (ctx) => ({
    risks: await listRisks(ctx, slug, {}),
    views: await listSavedViews(ctx, slug),
    imports: await listImports(ctx, slug),
    people: isAllowed(role, "member.read") ? (await listMembers(ctx, slug)).members : [],
    basis: { me: (await getMe(ctx)).id, now: ctx.now },
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
          <>
            {isAllowed(role, "risk.import") && <ImportDialog url={paths.importsApi(slug)} imports={imports} />}
            <ExportMenu
              total={risks.length}
              csvHref={paths.risksExport(slug, "csv")}
              sarifHref={paths.risksExport(slug, "sarif")}
            />
            {canWrite && (
              <LinkButton href={paths.newRisk(slug)} variant="primary" keys="c" keysLabel="Add risk">
                Add risk <Kbd>C</Kbd>
              </LinkButton>
            )}
          </>
        }
      />
      <RiskRegister
        slug={slug}
        risks={risks}
        query={query}
        basis={basis}
        people={people.map(({ id, name }) => ({ id, name }))}
        views={views}
        may={registerMay(role)}
        actions={registerActions(slug, role)}
        viewActions={viewActions(slug, role)}
        openNumber={openNumber}
        notices={<RegisterNotices slug={slug} notices={notices} />}
      />
      {openNumber !== undefined && (
        <OpenRisk
          slug={slug}
          role={role}
          number={openNumber}
          listing={{ risks, query, basis }}
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
