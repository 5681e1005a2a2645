import Link from "next/link";
import type { PackView, SignOffView } from "#db/queries/views.ts";
import { signOffMark } from "#lib/handover/view-words.ts";
import { paths } from "../paths.ts";
import type { FormAction } from "../ui/action.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Chip } from "../ui/chip.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import type { UiMark } from "../ui/marks.ts";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Time } from "../ui/time.tsx";
import { PackFiles } from "./pack-files.tsx";
import { PackProgress } from "./pack-progress.tsx";
import { sizeOf } from "./size.ts";

const FAILED: UiMark = { shape: "cross", tone: "bad", word: "Could not be made" };

type Props = {
  slug: string;
  packs: readonly PackView[];
  signOffs: readonly SignOffView[];
  /** Makes a version anew; null for whoever may not. */
  retry: FormAction | null;
};

function Made({ pack }: { pack: PackView }) {
  return (
    <span className="text-ink-3">
      <Time iso={pack.createdAt} />
      {pack.createdBy && <> by {pack.createdBy.name}</>}
      {pack.pages !== null && <> · {pack.pages} pages</>}
      {pack.size !== null && <> · {sizeOf(pack.size)}</>}
    </span>
  );
}

function Failed({ pack, isNewest, retry }: { pack: PackView; isNewest: boolean; retry: FormAction | null }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <StatusBadge mark={FAILED} />
      <p className="min-w-0 text-ink-2">{pack.step}</p>
      {isNewest && retry && (
        <ActionButton action={retry} size="sm">
          Try again
        </ActionButton>
      )}
    </div>
  );
}

function SignedOff({ signOffs }: { signOffs: readonly SignOffView[] }) {
  return signOffs.map((one) => (
    <p key={one.id} className="text-ink-2 text-xs">
      <span className={one.isDraft ? "text-warn" : "text-ok"}>{signOffMark(one).word}</span> by {one.name}
      {one.organisation !== "" && `, ${one.organisation}`}, <Time iso={one.signedAt} />
    </p>
  ));
}

/** Every version stays, with the hash by which a copy can be recognised. */
export function PackList({ slug, packs, signOffs, retry }: Props) {
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
      {packs.map((pack, place) => (
        <li key={pack.id} className="grid gap-1.5 px-4 py-3 text-sm">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <Link
              href={paths.pack(slug, pack.version)}
              className="font-medium underline decoration-line-strong underline-offset-2"
            >
              Version {pack.version}
            </Link>
            <Chip tone={pack.isDraft ? "warn" : "ok"}>{pack.isDraft ? "draft" : "final"}</Chip>
            <Made pack={pack} />
            {pack.state === "ready" && (
              <div className="sm:ml-auto">
                <PackFiles slug={slug} version={pack.version} />
              </div>
            )}
          </div>
          {pack.state === "rendering" && <PackProgress pack={pack} />}
          {pack.state === "failed" && <Failed pack={pack} isNewest={place === 0} retry={retry} />}
          {pack.sha256 && (
            <div className="flex items-center gap-1 text-ink-3 text-xs">
              <span className="whitespace-nowrap">SHA-256</span>
              <code className="min-w-0 font-mono [overflow-wrap:anywhere]">{pack.sha256}</code>
              <CopyButton text={pack.sha256} label={`Copy the SHA-256 of version ${pack.version}`} />
            </div>
          )}
          <SignedOff signOffs={signOffs.filter(({ version }) => version === pack.version)} />
        </li>
      ))}
    </ul>
  );
}
