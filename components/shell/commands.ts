import { isAllowed } from "#lib/auth/permissions.ts";
import { DELIVERABLES, STAGES } from "#lib/roadmap/stages.ts";
import { paths } from "../paths.ts";
import type { ShellProject } from "./shell-views.ts";

export type Command = {
  group: string;
  title: string;
  href: string;
  words?: string | undefined;
  keys?: string | undefined;
};

const everywhere: readonly Command[] = [
  { group: "Go to", title: "All projects", href: paths.projects(), keys: "g p" },
  { group: "Go to", title: "Your account", href: paths.account() },
  { group: "Create", title: "New project", href: paths.newProject() },
];

/** What the palette offers. Built on the server, so that the catalogue stays there. */
export function commandsFor(project: ShellProject | null): Command[] {
  if (!project) return [...everywhere];
  const { slug, role } = project;
  const pages: Command[] = [
    { group: "Go to", title: "Status", href: paths.board(slug), keys: "g s" },
    { group: "Go to", title: "Risks", href: paths.risks(slug), keys: "g r" },
    { group: "Go to", title: "Domains", words: "hosts dns tls mail", href: paths.domains(slug), keys: "g d" },
    { group: "Go to", title: "TLS side by side", words: "certificates", href: paths.hostsTls(slug) },
    { group: "Go to", title: "Old addresses", words: "redirects csv import", href: paths.oldUrls(slug) },
    { group: "Go to", title: "Audits", href: paths.audits(slug), keys: "g a" },
    {
      group: "Go to",
      title: "Owners",
      words: "providers registrar console access break glass links",
      href: paths.owners(slug),
      keys: "g o",
    },
    { group: "Go to", title: "Deliverables", href: paths.deliverables(slug) },
    { group: "Go to", title: "Handover", href: paths.handover(slug), keys: "g h" },
    { group: "Go to", title: "How readiness is made up", href: paths.board(slug, { readiness: "explained" }) },
  ];
  if (isAllowed(role, "member.read")) pages.push({ group: "Go to", title: "Settings", href: paths.settings(slug) });
  const create: Command[] = isAllowed(role, "risk.write")
    ? [{ group: "Create", title: "Add a risk", href: paths.newRisk(slug) }]
    : [];
  const stages = STAGES.map(({ id, order, title }) => ({
    group: "Stages",
    title: `${order} ${title}`,
    href: paths.stage(slug, id),
  }));
  const checks = STAGES.flatMap((stage) =>
    stage.checks.map(({ id, title, shortTitle }) => ({
      group: "Checks",
      title,
      words: `${shortTitle} ${stage.shortTitle} ${id}`,
      href: paths.board(slug, { check: id }),
    })),
  );
  const deliverables = DELIVERABLES.map(({ id, title }) => ({
    group: "Deliverables",
    title,
    words: id,
    href: paths.deliverable(slug, id),
  }));
  return [...pages, ...create, ...everywhere, ...stages, ...deliverables, ...checks];
}
