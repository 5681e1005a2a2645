import type { PackView } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { buttonClass } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { type UiMark, WORKING } from "../ui/marks.ts";
import { StatusBadge } from "../ui/status-badge.tsx";
import { Time } from "../ui/time.tsx";

const FORMATS = ["pdf", "html", "json"] as const;
const RENDERING: UiMark = { ...WORKING, word: "Being rendered" };
const FAILED: UiMark = { shape: "cross", tone: "bad", word: "Could not be rendered; make a new version" };

function Files({ slug, pack }: { slug: string; pack: PackView }) {
  if (pack.state !== "ready") return <StatusBadge mark={pack.state === "rendering" ? RENDERING : FAILED} />;
  return (
    <div className="flex gap-1.5">
      {FORMATS.map((format) => (
        <a
          key={format}
          href={paths.packFile(slug, pack.version, format)}
          className={buttonClass({ size: "sm" })}
          aria-label={`${format.toUpperCase()} of version ${pack.version}`}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </div>
  );
}

const kibibytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KiB`;

/** Every version stays, with the hash by which a copy can be recognised. */
export function PackList({ slug, packs }: { slug: string; packs: readonly PackView[] }) {
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
      {packs.map((pack) => (
        <li key={pack.id} className="grid gap-1.5 px-4 py-3 text-sm">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="font-medium">Version {pack.version}</span>
            <Chip tone={pack.isDraft ? "warn" : "ok"}>{pack.isDraft ? "draft" : "final"}</Chip>
            <span className="text-ink-3">
              <Time iso={pack.createdAt} />
              {pack.createdBy && <> by {pack.createdBy.name}</>}
              {pack.pages !== null && <> · {pack.pages} pages</>}
              {pack.size !== null && <> · {kibibytes(pack.size)}</>}
            </span>
            <div className="ml-auto">
              <Files slug={slug} pack={pack} />
            </div>
          </div>
          {pack.sha256 && (
            <div className="flex items-center gap-1 text-ink-3 text-xs">
              <span>SHA-256</span>
              <code className="min-w-0 font-mono [overflow-wrap:anywhere]">{pack.sha256}</code>
              <CopyButton text={pack.sha256} label={`Copy the SHA-256 of version ${pack.version}`} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
