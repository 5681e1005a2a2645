import { execFileSync } from "node:child_process";

const PDF_READER = "pdftotext";

/** Poppler's view of a PDF; undefined where poppler is not installed. */
function pdftotext(pdf: Uint8Array, ...options: string[]): string | undefined {
  try {
    return execFileSync(PDF_READER, [...options, "-", "-"], {
      input: pdf,
      stdio: ["pipe", "pipe", "ignore"],
      maxBuffer: 256 * 1024 * 1024,
    }).toString();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** As it stands on the pages. */
export const laidOutText = (pdf: Uint8Array) => pdftotext(pdf, "-layout");

/** In the order of the content, page by page. */
export function readPages(pdf: Uint8Array): string[] | undefined {
  return pdftotext(pdf, "-raw")?.split("\f").slice(0, -1);
}

export type Word = { page: number; text: string; xMin: number; yMin: number; xMax: number; yMax: number };
export type Boxes = { width: number; height: number; words: Word[] };

/** Where each word stands, in points from the top left. */
export function wordBoxes(pdf: Uint8Array): Boxes | undefined {
  const text = pdftotext(pdf, "-bbox");
  if (text === undefined) return undefined;
  const number = (source: string, name: string) => Number(new RegExp(`${name}="([\\d.-]+)"`).exec(source)?.[1]);
  const pages = text.split("<page ").slice(1);
  const [first = ""] = pages;
  const words = pages.flatMap((page, index) =>
    [...page.matchAll(/<word ([^>]*)>([^<]*)</g)].map(([, box = "", word = ""]) => ({
      page: index + 1,
      text: word,
      xMin: number(box, "xMin"),
      yMin: number(box, "yMin"),
      xMax: number(box, "xMax"),
      yMax: number(box, "yMax"),
    })),
  );
  return { width: number(first, "width"), height: number(first, "height"), words };
}
