"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { ActionResult, FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { InputField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toasts } from "#components/ui/toasts.ts";
import type { SavedViewView } from "#db/queries/register-views.ts";
import { paths } from "../paths.ts";

export type ViewActions = {
  /** Gets `name` and `search`. */
  save: FormAction;
  delete: (id: string) => Promise<ActionResult>;
};

type Props = {
  slug: string;
  /** What the address shows now, as a view would keep it; empty for what is usual. */
  search: string;
  /** The saved view that is shown, if it is one. */
  current: Pick<SavedViewView, "id" | "name" | "search"> | null;
  /** Null for those who only look. */
  actions: ViewActions | null;
};

/** What can be done with the present filters: keep them under a name, drop that, pass them on. */
export function ViewTools({ slug, search, current, actions }: Props) {
  const router = useRouter();
  const [isPending, startDeleting] = useTransition();

  function remove({ id, name, search: kept }: NonNullable<Props["current"]>, save: FormAction) {
    startDeleting(async () => {
      const result = await actions?.delete(id);
      if (!result?.ok) {
        toasts.add({ title: result?.message, type: "error", priority: "high" });
        return;
      }
      router.push(paths.risks(slug), { scroll: false });
      const back = new FormData();
      back.set("name", name);
      back.set("search", kept);
      toasts.add({
        title: `The view “${name}” is deleted.`,
        actionProps: { children: "Undo", onClick: () => void save(null, back) },
      });
    });
  }

  if (search === "") return null;
  return (
    <div className="flex items-center gap-2">
      {actions && current === null && (
        <DialogButton
          label="Save this view…"
          size="sm"
          title="Save this view"
          description="The whole team finds it beside the others, with these filters and this order."
        >
          <ActionForm action={actions.save} values={{ search }}>
            <InputField name="name" label="Name" required maxLength={60} autoComplete="off" />
            <div className="flex justify-end">
              <SubmitButton>Save the view</SubmitButton>
            </div>
          </ActionForm>
        </DialogButton>
      )}
      {actions && current !== null && (
        <Button
          size="sm"
          aria-disabled={isPending}
          onClick={() => !isPending && remove(current, actions.save)}
          aria-label={`Delete the view ${current.name}`}
        >
          Delete view
        </Button>
      )}
      <Button size="sm" variant="quiet" onClick={() => void copyLink()}>
        Copy link
      </Button>
    </div>
  );
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toasts.add({ title: "The link to this view is copied." });
  } catch {
    toasts.add({ title: "The browser did not allow copying. Copy the address from its bar.", type: "error" });
  }
}
