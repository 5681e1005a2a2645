import { paths } from "../paths.ts";
import { Section } from "../ui/section.tsx";

/** The pack itself, in a frame that runs nothing. */
export function Preview({ slug, version }: { slug: string; version: number }) {
  const href = paths.packFile(slug, version, "html");
  return (
    <Section
      title={`Version ${version} as it reads`}
      className="mt-8 print:hidden"
      actions={
        <a href={href} className="text-ink-2 text-sm underline decoration-line-strong underline-offset-2">
          Open it on a page of its own
        </a>
      }
    >
      <iframe
        title={`Handover pack, version ${version}`}
        src={href}
        sandbox=""
        loading="lazy"
        className="h-[70vh] w-full rounded-xl border border-line bg-panel"
      />
    </Section>
  );
}
