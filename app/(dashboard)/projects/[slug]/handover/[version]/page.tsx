import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { load, loadBoard } from "#app/load.ts";
import { ChangesList } from "#components/handover/changes-list.tsx";
import { PackList } from "#components/handover/pack-list.tsx";
import { Preview } from "#components/handover/preview.tsx";
import { SignOffSection } from "#components/handover/sign-off-section.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { Section } from "#components/ui/section.tsx";
import { getPack } from "#db/queries/get-pack.ts";
import { getPackChanges } from "#db/queries/get-pack-changes.ts";
import { listSignOffs } from "#db/queries/list-sign-offs.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { day } from "#lib/handover/view-words.ts";
import { signOffPackAction } from "../../actions/handover.ts";

type Props = { params: Promise<{ slug: string; version: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Handover pack, version ${Number((await params).version)}` };
}

/** One version for good: its files, what it changed, and who signed it off. */
export default async function PackPage({ params }: Props) {
  const { slug, version: given } = await params;
  const { project } = await loadBoard(slug);
  if (!/^[1-9]\d{0,8}$/.test(given)) notFound();
  const version = Number(given);
  const [pack, changes, all] = await load(paths.pack(slug, version), (ctx) =>
    Promise.all([getPack(ctx, slug, version), getPackChanges(ctx, slug, version), listSignOffs(ctx, slug)]),
  );
  const signOffs = all.filter((one) => one.version === version);
  const canSign = isAllowed(project.role, "pack.sign_off") && pack.state === "ready";
  const trail = [{ title: "Handover", href: paths.handover(slug) }, { title: `Version ${version}` }];
  return (
    <>
      <ProjectHeader project={project} trail={trail} />
      <PageTitle title={`Handover pack, version ${version}`}>
        {pack.isDraft
          ? "A draft: not everything in it holds yet, and it says what does not."
          : "Final: the minimum bar held when it was made."}
      </PageTitle>
      {pack.state === "rendering" && <AutoRefresh />}
      <PackList slug={slug} packs={[pack]} signOffs={[]} retry={null} />
      <SignOffSection
        project={project.name}
        version={version}
        isDraft={pack.isDraft}
        signOffs={signOffs}
        action={canSign ? signOffPackAction.bind(null, slug, version) : null}
        className="mt-8 max-w-[46rem]"
      />
      {changes !== null && (
        <Section
          title="What changed"
          note={`since version ${changes.since.version} of ${day(changes.since.generatedAt)}`}
          className="mt-8 print:hidden"
        >
          <ChangesList changes={changes} level={3} />
        </Section>
      )}
      {pack.state === "ready" && <Preview slug={slug} version={version} />}
    </>
  );
}
