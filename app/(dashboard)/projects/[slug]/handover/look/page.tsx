import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { load, loadBoard } from "#app/load.ts";
import { BrandingForm } from "#components/handover/branding-form.tsx";
import { HandoverTabs } from "#components/handover/handover-tabs.tsx";
import { LogoForm } from "#components/handover/logo-form.tsx";
import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { getBranding } from "#db/queries/get-branding.ts";
import { isAllowed } from "#lib/auth/permissions.ts";
import { removeLogoAction, setBrandingAction, setLogoAction } from "../../actions/handover.ts";

export const metadata: Metadata = { title: "Look" };

export default async function LookPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { project } = await loadBoard(slug);
  if (!isAllowed(project.role, "branding.write")) notFound();
  const branding = await load(paths.handoverLook(slug), (ctx) => getBranding(ctx, slug));
  const trail = [{ title: "Handover", href: paths.handover(slug) }, { title: "Look" }];
  return (
    <>
      <ProjectHeader project={project} trail={trail} />
      <PageTitle title="How the pack looks">
        For versions and links from now on; a version that exists keeps the look that it was made with.
      </PageTitle>
      <HandoverTabs slug={slug} role={project.role} current="look" />
      <BrandingForm
        key={branding.updatedAt}
        project={project.name}
        branding={branding}
        action={setBrandingAction.bind(null, slug)}
        logo={
          <LogoForm
            logo={branding.logo}
            set={setLogoAction.bind(null, slug)}
            remove={removeLogoAction.bind(null, slug)}
          />
        }
      />
    </>
  );
}
