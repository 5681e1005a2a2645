"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { SelectField } from "#components/ui/field.tsx";
import { KIND_TITLES, PLATFORM_NAMES } from "#lib/roadmap/records/runbook-words.ts";
import { PLATFORMS, RUNBOOK_KINDS } from "#lib/roadmap/records/types.ts";
import { type NewRunbook, newRunbookPath } from "./new-runbook-path.ts";

const KINDS = RUNBOOK_KINDS.map((value) => ({ value, label: KIND_TITLES[value] }));
const WHERE = PLATFORMS.map((value) => ({ value, label: PLATFORM_NAMES[value] }));

/** Chooses the template; the page then shows its steps. */
export function TemplatePicker({ slug, chosen }: { slug: string; chosen: NewRunbook }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const choose = (change: Record<string, string>) =>
    startTransition(() =>
      router.replace(newRunbookPath(slug, { ...chosen, ...change } as NewRunbook), { scroll: false }),
    );
  return (
    <div className="grid gap-3 sm:grid-cols-2" aria-busy={isPending}>
      <SelectField
        name="kind"
        label="What is it for?"
        value={chosen.kind}
        options={KINDS}
        onChange={(event) => choose({ kind: event.currentTarget.value })}
      />
      <SelectField
        name="platform"
        label="Where does the product run?"
        value={chosen.platform}
        options={WHERE}
        onChange={(event) => choose({ platform: event.currentTarget.value })}
      />
    </div>
  );
}
