import { paths } from "../paths.ts";
import { buttonClass } from "../ui/button.tsx";

const FORMATS = ["pdf", "html", "json", "zip"] as const;

export function PackFiles({ slug, version }: { slug: string; version: number }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {FORMATS.map((format) => (
        <a
          key={format}
          href={paths.packFile(slug, version, format)}
          className={buttonClass({ size: "sm" })}
          aria-label={`${format.toUpperCase()} of version ${version}`}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </div>
  );
}
