import type { FormAction } from "#components/ui/action.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { paths } from "../paths.ts";

type Props = { slug: string; hasTargets: boolean; startRun?: FormAction | undefined };

/** The first step of a new project. */
export function NoRunsYet({ slug, hasTargets, startRun }: Props) {
  if (!hasTargets) {
    return (
      <EmptyState
        title="There is nothing to audit yet."
        action={
          startRun && (
            <LinkButton href={paths.settings(slug)} variant="primary">
              Add a target
            </LinkButton>
          )
        }
      >
        Give the address at which the product can be reached.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="The first audit fills this board."
      action={
        startRun && (
          <ActionButton action={startRun} variant="primary">
            Run the first audit
          </ActionButton>
        )
      }
    >
      It looks from outside, sends a handful of ordinary requests and changes nothing.
    </EmptyState>
  );
}
