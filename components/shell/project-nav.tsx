import { isAllowed } from "#lib/auth/permissions.ts";
import { paths } from "../paths.ts";
import { NavLink } from "./nav-link.tsx";
import type { ShellProject } from "./shell-views.ts";

/** The pages of a project and its seven stages. */
export function ProjectNav({ project }: { project: ShellProject }) {
  const { slug, role, blockers, stages } = project;
  const blocking =
    blockers === 0 ? undefined : (
      <span className="font-semibold text-bad">
        {blockers}
        <span className="sr-only"> {blockers === 1 ? "blocker" : "blockers"}</span>
      </span>
    );
  return (
    <nav aria-label="Project" className="flex flex-col gap-0.5">
      <NavLink href={paths.board(slug)} isExact keys="g s" keysLabel="Go to status">
        Status
      </NavLink>
      <NavLink href={paths.sprint(slug)}>Sprint</NavLink>
      <NavLink href={paths.risks(slug)} keys="g r" keysLabel="Go to risks" count={blocking}>
        Risks
      </NavLink>
      <NavLink href={paths.domains(slug)} keys="g d" keysLabel="Go to domains">
        Domains
      </NavLink>
      <NavLink href={paths.audits(slug)} keys="g a" keysLabel="Go to audits">
        Audits
      </NavLink>
      <NavLink href={paths.owners(slug)} keys="g o" keysLabel="Go to owners">
        Owners
      </NavLink>
      <NavLink href={paths.runbooks(slug)}>Runbooks</NavLink>
      <NavLink href={paths.deliverables(slug)}>Deliverables</NavLink>
      <NavLink href={paths.handover(slug)} keys="g h" keysLabel="Go to handover">
        Handover
      </NavLink>
      {isAllowed(role, "member.read") && <NavLink href={paths.settings(slug)}>Settings</NavLink>}
      <h2 className="px-2 pt-3.5 pb-1 font-medium text-2xs text-ink-3 tracking-normal">Stages</h2>
      {stages.map((stage) => (
        <NavLink
          key={stage.id}
          href={paths.stage(slug, stage.id)}
          count={
            <>
              <span className="sr-only">
                {stage.done} of {stage.total} done
              </span>
              <span aria-hidden>
                {stage.done}/{stage.total}
              </span>
            </>
          }
        >
          <span className="text-ink-3">{stage.order}</span>
          <span className="truncate">{stage.shortTitle}</span>
        </NavLink>
      ))}
    </nav>
  );
}
