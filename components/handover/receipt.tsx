import type { SignOffView } from "#db/queries/views.ts";
import { minute, signOffMark } from "#lib/handover/view-words.ts";
import { Chip } from "../ui/chip.tsx";

/** One sign-off, as it can be printed and kept. */
export function Receipt({ signOff, project }: { signOff: SignOffView; project: string }) {
  const { name, organisation, remark, version, sha256, signedAt, isDraft, link } = signOff;
  const rows: readonly (readonly [string, string])[] = [
    ["By", organisation === "" ? name : `${name}, ${organisation}`],
    ["When", minute(signedAt)],
    ["What", `Handover pack of ${project}, version ${version}${isDraft ? ", draft" : ""}`],
    ["Through", link === null ? "their own account" : "the link that they were sent"],
    ...(remark === "" ? [] : [["Remark", remark] as const]),
  ];
  return (
    <article className="rounded-xl border border-line bg-panel p-4 text-sm">
      <Chip tone={isDraft ? "warn" : "ok"}>{signOffMark(signOff).word}</Chip>
      <dl className="mt-3 grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
        <dt className="text-ink-3">SHA-256</dt>
        <dd className="font-mono text-xs [overflow-wrap:anywhere]">{sha256}</dd>
      </dl>
    </article>
  );
}
