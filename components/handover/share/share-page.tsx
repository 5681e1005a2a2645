import { CalendarClock } from "lucide-react";
import type { PackState, SignOffView } from "#db/queries/views.ts";
import type { HandoverModel } from "#lib/handover/model.ts";
import type { ModelChanges } from "#lib/handover/model-changes.ts";
import { day, minute } from "#lib/handover/view-words.ts";
import type { FormAction } from "../../ui/action.ts";
import { AutoRefresh } from "../../ui/auto-refresh.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Section } from "../../ui/section.tsx";
import { ChangesList } from "../changes-list.tsx";
import { SignOffSection } from "../sign-off-section.tsx";
import { Answer } from "./answer.tsx";
import { AtAGlance } from "./at-a-glance.tsx";
import { Branded } from "./branded.tsx";
import { Downloads } from "./downloads.tsx";

export type SharedPack = {
  project: string;
  version: number;
  isDraft: boolean;
  state: PackState;
  createdAt: string;
  expiresAt: string;
  pages: number | null;
  size: number | null;
  sha256: string | null;
  fileName: string;
  /** As a `data:` address. */
  logo: string | null;
  canSignOff: boolean;
  signOffs: readonly SignOffView[];
  model: HandoverModel;
  changes: ModelChanges | null;
  /** `changes` tells what is new since the version that this client signed off. */
  isSinceSignOff: boolean;
};

type Props = {
  share: SharedPack;
  /** The link's own address, below which the files are. */
  base: string;
  signOff: FormAction;
};

/** What a client sees who was sent a link: first on a telephone, without an account, once. */
export function SharePage({ share, base, signOff }: Props) {
  const { model, changes, sha256 } = share;
  return (
    <Branded accent={model.branding.accent}>
      <main className="mx-auto grid max-w-2xl gap-8 px-4 py-8 sm:px-6 sm:py-12">
        <Cover share={share} />
        <div className="print:hidden">
          <Answer model={model} />
        </div>
        {share.state === "ready" && sha256 !== null ? (
          <Section title="The document" className="print:hidden">
            <Downloads
              href={(format) => `${base}/${format}`}
              file={{ name: share.fileName, size: share.size, pages: share.pages, sha256 }}
            />
          </Section>
        ) : (
          <Unready state={share.state} />
        )}
        {changes !== null && (
          <Section title="What changed" note={sinceWhat(changes, share.isSinceSignOff)} className="print:hidden">
            <ChangesList changes={changes} level={3} />
          </Section>
        )}
        <Section title="At a glance" className="print:hidden">
          <AtAGlance readiness={model.readiness} gate={model.gate} />
        </Section>
        <SignOffSection
          project={share.project}
          version={share.version}
          isDraft={share.isDraft}
          signOffs={share.signOffs}
          action={share.canSignOff && share.state === "ready" ? signOff : null}
          asksName
        />
        <footer className="flex gap-2 border-line border-t pt-4 text-ink-3 text-sm print:hidden">
          <CalendarClock size={15} aria-hidden className="mt-0.5 shrink-0" />
          <p>
            This link ends on <time dateTime={share.expiresAt}>{minute(share.expiresAt)}</time>. Keep the PDF if you
            need it longer. Opening this page loads nothing from anybody else. Made with Launch Ready.
          </p>
        </footer>
      </main>
    </Branded>
  );
}

function Cover({ share }: { share: SharedPack }) {
  const { clientName } = share.model.branding;
  return (
    <header>
      {share.logo !== null && (
        // biome-ignore lint/performance/noImgElement: a picture within the page, which no optimiser is to touch
        <img src={share.logo} alt="" className="mb-6 max-h-12 max-w-48 rounded-sm bg-white object-contain p-1" />
      )}
      {clientName !== "" && <p className="mb-1 text-ink-2 text-sm">For {clientName}</p>}
      <h1 className="text-3xl tracking-[-0.022em] [overflow-wrap:anywhere] max-sm:text-2xl">
        Handover pack of {share.project}
      </h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2">
        <span>
          Version {share.version}, <time dateTime={share.createdAt}>{day(share.createdAt)}</time>
        </span>
        <Chip tone={share.isDraft ? "warn" : "ok"}>{share.isDraft ? "draft" : "final"}</Chip>
      </p>
      <p className="mt-1 text-ink-2 print:hidden">
        {share.isDraft
          ? "A draft: not everything in it holds yet, and it says what does not."
          : "Final: the minimum bar held when it was made."}
      </p>
    </header>
  );
}

function Unready({ state }: { state: PackState }) {
  if (state === "failed") {
    return <p>The document of this version could not be made. Ask whoever sent you the link for a newer version.</p>;
  }
  return (
    <p role="status">
      <AutoRefresh />
      The document is still being made. It will be here in a moment.
    </p>
  );
}

function sinceWhat({ since }: ModelChanges, isSinceSignOff: boolean): string {
  const version = `version ${since.version} of ${day(since.generatedAt)}`;
  return isSinceSignOff ? `since ${version}, which you signed off` : `since ${version}`;
}
