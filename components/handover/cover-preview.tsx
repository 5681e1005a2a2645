import { accentOf } from "#lib/handover/accent.ts";
import { initials } from "../ui/initials.ts";

type Props = { project: string; clientName: string; accent: string | null; logo: string | null; isLetter: boolean };
type Sheet = { name: string; ground: string; ink: string; quiet: string; line: string; accent: string; on: string };

function sheetsOf(accent: string | null): Sheet[] {
  const { light, lightInk, dark, darkInk } = accentOf(accent ?? "#1b1b18");
  const house = accent === null;
  return [
    {
      name: "On paper, and by day",
      ...{ ground: "#ffffff", ink: "#1b1b18", quiet: "#55544e", line: "#e6e5e1" },
      ...(house ? { accent: "#1b1b18", on: "#ffffff" } : { accent: light, on: lightInk }),
    },
    {
      name: "On a screen by night",
      ...{ ground: "#191918", ink: "#f0efea", quiet: "#b3b2aa", line: "#3a3a36" },
      ...(house ? { accent: "#f0efea", on: "#191918" } : { accent: dark, on: darkInk }),
    },
  ];
}

/** A sketch of cover and share page in both themes; not the pages themselves. */
export function CoverPreview({ project, clientName, accent, logo, isLetter }: Props) {
  return (
    <div
      className="grid max-w-[36rem] grid-cols-2 content-start gap-3 sm:gap-4"
      role="img"
      aria-label="A sketch of the look"
    >
      {sheetsOf(accent).map((sheet) => (
        <figure key={sheet.name}>
          <div
            aria-hidden
            style={{
              background: sheet.ground,
              color: sheet.ink,
              borderColor: sheet.line,
              aspectRatio: isLetter ? "8.5 / 11" : "210 / 297",
            }}
            className="flex flex-col overflow-hidden rounded-md border"
          >
            <div style={{ background: sheet.accent }} className="h-2" />
            <div className="flex flex-1 flex-col p-3.5 sm:p-5">
              {logo === null ? (
                <span
                  style={{ background: sheet.accent, color: sheet.on }}
                  className="grid size-8 place-items-center rounded-md font-semibold text-xs"
                >
                  {initials(project)}
                </span>
              ) : (
                // biome-ignore lint/performance/noImgElement: a picture within the page, which no optimiser is to touch
                <img
                  src={logo}
                  alt=""
                  className="max-h-10 max-w-36 self-start rounded-sm bg-white object-contain p-1"
                />
              )}
              <p style={{ color: sheet.quiet }} className="mt-auto text-xs">
                {clientName === "" ? " " : `For ${clientName}`}
              </p>
              <p className="font-semibold text-lg [overflow-wrap:anywhere] sm:text-xl">{project}</p>
              <p style={{ color: sheet.quiet }} className="text-xs">
                Handover pack
              </p>
              <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-2xs sm:text-xs">
                <span
                  style={{ background: sheet.accent, color: sheet.on }}
                  className="rounded-md px-2 py-1 font-medium sm:px-3 sm:py-1.5"
                >
                  Download the PDF
                </span>
                <span style={{ color: sheet.accent }} className="underline underline-offset-2">
                  a link
                </span>
              </div>
            </div>
          </div>
          <figcaption className="mt-1.5 text-ink-3 text-xs">{sheet.name}</figcaption>
        </figure>
      ))}
    </div>
  );
}
