import type { ComponentProps } from "react";
import { ActivityList } from "#components/activity/activity-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { ArchiveSection } from "./archive-section.tsx";
import { DeploymentsSection } from "./deployments-section.tsx";
import { InvitationsSection } from "./invitations-section.tsx";
import { MembersSection } from "./members-section.tsx";
import { ProjectSection } from "./project-section.tsx";
import { TargetsSection } from "./targets-section.tsx";

/** What each section needs. An action that is missing is one that this member may not do, and is not offered. */
type Props = {
  project: ComponentProps<typeof ProjectSection>;
  targets: ComponentProps<typeof TargetsSection>;
  members: ComponentProps<typeof MembersSection>;
  invitations: ComponentProps<typeof InvitationsSection>;
  deployments: ComponentProps<typeof DeploymentsSection>;
  archive?: ComponentProps<typeof ArchiveSection> | undefined;
  activities: ComponentProps<typeof ActivityList>["activities"];
};

export function SettingsPage({ project, targets, members, invitations, deployments, archive, activities }: Props) {
  return (
    <div className="grid gap-x-10 gap-y-9 xl:grid-cols-[minmax(0,48rem)_minmax(0,22rem)]">
      <div className="flex min-w-0 flex-col gap-9">
        <ProjectSection {...project} />
        <TargetsSection {...targets} />
        <MembersSection {...members} />
        <InvitationsSection {...invitations} />
        <DeploymentsSection {...deployments} />
        {archive && <ArchiveSection {...archive} />}
      </div>
      <Section title="Recent activity">
        <ActivityList activities={activities} />
      </Section>
    </div>
  );
}
