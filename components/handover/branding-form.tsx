"use client";

import { type ReactNode, useState } from "react";
import type { BrandingView } from "#db/queries/views.ts";
import type { FormAction } from "../ui/action.ts";
import { ActionForm } from "../ui/action-form.tsx";
import { InputField, SelectField } from "../ui/field.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";
import { CoverPreview } from "./cover-preview.tsx";

type Props = { project: string; branding: BrandingView; action: FormAction; logo: ReactNode };

const HEX = /^#[0-9a-f]{6}$/i;
/** What the picker of the browser shows while no colour is chosen. */
const NO_COLOUR = "#1b1b18";

const PAPERS = [
  { value: "a4", label: "A4" },
  { value: "letter", label: "US Letter" },
];

/** For whom the pack is made, its colour and its paper, with what will come of them beside. */
export function BrandingForm({ project, branding, action, logo }: Props) {
  const [clientName, setClientName] = useState(branding.clientName);
  const [accent, setAccent] = useState(branding.accent ?? "");
  const [paper, setPaper] = useState<string>(branding.paper);
  const colour = HEX.test(accent) ? accent : null;
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
      <div className="grid content-start gap-6">
        <ActionForm action={action} className="grid gap-3.5">
          <InputField
            name="clientName"
            label="For whom"
            maxLength={120}
            value={clientName}
            onChange={(event) => setClientName(event.target.value)}
            hint="The cover says it. Leave it empty to name nobody."
          />
          <div className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <InputField
                name="accent"
                label="Colour"
                placeholder="The house’s own"
                spellCheck={false}
                value={accent}
                onChange={(event) => setAccent(event.target.value)}
                hint="As #rrggbb. Where text in it would be too faint, it is darkened or lightened just enough."
              />
            </div>
            <input
              type="color"
              aria-label="Pick a colour"
              value={colour ?? NO_COLOUR}
              onChange={(event) => setAccent(event.target.value)}
              className="mt-5.5 size-8.5 shrink-0 cursor-pointer rounded-md border border-control bg-panel p-1 pointer-coarse:size-11"
            />
          </div>
          <SelectField
            name="paper"
            label="Paper"
            options={PAPERS}
            value={paper}
            onChange={(event) => setPaper(event.target.value)}
          />
          <div>
            <SubmitButton>Keep this look</SubmitButton>
          </div>
        </ActionForm>
        {logo}
      </div>
      <CoverPreview
        project={project}
        clientName={clientName}
        accent={colour}
        logo={branding.logo}
        isLetter={paper === "letter"}
      />
    </div>
  );
}
