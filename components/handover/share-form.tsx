"use client";

import { useState } from "react";
import type { PackView } from "#db/queries/views.ts";
import type { ActionResult, FormAction } from "../ui/action.ts";
import { ActionForm } from "../ui/action-form.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { InputField, SelectField } from "../ui/field.tsx";
import { MonoBlock } from "../ui/mono-block.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";

type Created = { url: string };
type Props = {
  packs: readonly Pick<PackView, "version" | "isDraft">[];
  action: (previous: ActionResult<Created> | null, form: FormData) => Promise<ActionResult<Created>>;
};

function NewLink({ url }: Created) {
  return (
    <div role="status" className="grid gap-1.5 rounded-xl border border-ok-line bg-ok-tint p-3 text-sm">
      <p>Here is the link. It is shown this once: only its fingerprint is stored.</p>
      <div className="flex items-start gap-2">
        <MonoBlock className="min-w-0 flex-1">{url}</MonoBlock>
        <CopyButton text={url} label="Copy the link" />
      </div>
    </div>
  );
}

/** Makes a link for somebody without an account, and keeps it on the page until the next one is made. */
export function ShareForm({ packs, action }: Props) {
  const [url, setUrl] = useState<string | null>(null);
  const create: FormAction = async (_previous, form) => {
    const result = await action(null, form);
    setUrl(result.ok ? (result.data?.url ?? null) : null);
    return result;
  };
  return (
    <div className="grid max-w-[46rem] gap-4">
      <ActionForm action={create} className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name="version"
          label="Version"
          options={packs.map(({ version, isDraft }) => ({
            value: String(version),
            label: `Version ${version}, ${isDraft ? "draft" : "final"}`,
          }))}
        />
        <InputField name="label" label="For whom" required maxLength={200} hint="Only your team sees this." />
        <InputField name="days" label="Ends after days" type="number" min={1} max={90} defaultValue={14} required />
        <InputField
          name="viewsMax"
          label="Views at most"
          type="number"
          min={1}
          max={10000}
          defaultValue={100}
          required
        />
        <div className="sm:col-span-2">
          <SubmitButton>Make a link</SubmitButton>
        </div>
      </ActionForm>
      {url !== null && <NewLink url={url} />}
    </div>
  );
}
