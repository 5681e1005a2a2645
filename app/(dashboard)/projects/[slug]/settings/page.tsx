import type { Metadata } from "next";
import { load, loadBoard } from "#app/load.ts";
import { paths } from "#components/paths.ts";
import { SettingsPage } from "#components/people/settings-page.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ProjectHeader } from "#components/shell/project-header.tsx";
import { listActivities } from "#db/queries/list-activities.ts";
import { listMembers } from "#db/queries/list-members.ts";
import { isAllowed, type Permission } from "#lib/auth/permissions.ts";
import { env } from "#lib/env.ts";
import {
  addTargetAction,
  archiveProjectAction,
  changeRoleAction,
  inviteAction,
  removeMemberAction,
  removeTargetAction,
  revokeInvitationAction,
  updateProjectAction,
} from "../actions/settings.ts";

const ACTIVITIES_SHOWN = 30;

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project } = await loadBoard((await params).slug);
  return { title: `Settings · ${project.name}` };
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const { board, people, activities, actor } = await load(paths.settings(slug), async (ctx) => {
    const [people, activities, board] = await Promise.all([
      listMembers(ctx, slug),
      listActivities(ctx, slug, { limit: ACTIVITIES_SHOWN }),
      loadBoard(slug),
    ]);
    return { board, people, activities, actor: ctx.actor };
  });
  const { name, role } = board.project;
  const may = <T,>(permission: Permission, action: T) => (isAllowed(role, permission) ? action : undefined);
  const manages = <T,>(action: T) => may("member.manage", action);
  return (
    <>
      <ProjectHeader project={board.project} trail={[{ title: "Settings" }]} />
      <PageTitle title="Settings" />
      <SettingsPage
        project={{ project: board.project, update: may("project.update", updateProjectAction.bind(null, slug)) }}
        targets={{
          targets: board.targets.map((target) => ({
            ...target,
            remove: may("target.manage", removeTargetAction.bind(null, slug, target.id)),
          })),
          add: may("target.manage", addTargetAction.bind(null, slug)),
        }}
        members={{
          members: people.members.map((member) => ({
            ...member,
            isYou: actor.type === "user" && actor.id === member.id,
            changeRole: manages(changeRoleAction.bind(null, slug, member.id)),
            remove: may("member.remove", removeMemberAction.bind(null, slug, member.id)),
          })),
        }}
        invitations={{
          invitations: people.invitations.map((invitation) => ({
            ...invitation,
            revoke: manages(revokeInvitationAction.bind(null, slug, invitation.id)),
          })),
          invite: manages(inviteAction.bind(null, slug)),
        }}
        deployments={{ slug, baseUrl: env().BASE_URL, deployments: board.deployments }}
        archive={may("project.archive", { name, archive: archiveProjectAction.bind(null, slug, name) })}
        activities={activities}
      />
    </>
  );
}
