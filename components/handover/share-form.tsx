"use client";

import { type ChangeEvent, useState } from "react";
import type { PackView } from "#db/queries/views.ts";
import type { ActionResult, FormAction } from "../ui/action.ts";
import { ActionForm } from "../ui/action-form.tsx";
import { CheckboxField, InputField, SelectField } from "../ui/field.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";
import { type Created, NewLink } from "./new-link.tsx";

type Props = {
  packs: readonly Pick<PackView, "version" | "isDraft">[];
  action: (previous: ActionResult<Created> | null, form: FormData) => Promise<ActionResult<Created>>;
};

const LOCKS = [
  { value: "none", label: "None: the link alone opens it" },
  { value: "made", label: "One that is made for it" },
  { value: "own", label: "One of your own" },
];

/** Makes a link for somebody without an account, and keeps it on the page until the next one is made. */
export function ShareForm({ packs, action }: Props) {
  const [made, setMade] = useState<Created | null>(null);
  const [lock, setLock] = useState("none");
  const create: FormAction = async (_previous, form) => {
    const result = await action(null, form);
    setMade(result.ok ? (result.data ?? null) : null);
    if (result.ok) setLock("none");
    return result;
  };
  return (
    <div className="grid max-w-[46rem] gap-4">
      <ActionForm action={create} className="grid gap-3 rounded-xl border border-line bg-panel p-4 sm:grid-cols-2">
        <SelectField
          name="version"
          label="Version"
          options={packs.map(({ version, isDraft }) => ({
            value: String(version),
            label: `Version ${version}, ${isDraft ? "draft" : "final"}`,
          }))}
        />
        <InputField
          name="label"
          label="For whom"
          required
          maxLength={200}
          hint="Only your team sees this. The next link for the same people tells what changed since they signed off."
        />
        <InputField name="days" label="Ends after days" type="number" min={1} max={90} defaultValue={14} required />
        <InputField
          name="viewsMax"
          label="Views at most"
          type="number"
          min={1}
          max={10000}
          defaultValue={100}
          required
          hint="Each file that is fetched counts as one."
        />
        <SelectField
          name="lock"
          label="Passphrase"
          options={LOCKS}
          value={lock}
          onChange={(event: ChangeEvent<HTMLSelectElement>) => setLock(event.target.value)}
        />
        {lock === "own" && (
          <InputField
            name="passphrase"
            label="Your passphrase"
            type="password"
            autoComplete="new-password"
            maxLength={200}
            required
            hint="At least 12 characters. Tell it another way than the link."
          />
        )}
        <div className="sm:col-span-2">
          <CheckboxField
            name="canSignOff"
            label="The version can be signed off through it"
            hint="Whoever opens it gives their name; the date, the version and its SHA-256 are written down for good."
          />
        </div>
        <div className="sm:col-span-2">
          <SubmitButton>Make a link</SubmitButton>
        </div>
      </ActionForm>
      {made !== null && <NewLink {...made} />}
    </div>
  );
}
