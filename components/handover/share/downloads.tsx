import { BookOpen, Download } from "lucide-react";
import { buttonClass } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { MonoBlock } from "../../ui/mono-block.tsx";
import { Disclosure } from "../disclosure.tsx";
import { sizeOf } from "../size.ts";

type Props = { href: (format: "pdf" | "html" | "zip" | "json") => string; file: Document };
type Document = { name: string; size: number | null; pages: number | null; sha256: string };

const WAYS = [
  { system: "macOS", command: (name: string) => `shasum -a 256 ${name}` },
  { system: "Windows, in PowerShell", command: (name: string) => `Get-FileHash ${name}` },
  { system: "Linux", command: (name: string) => `sha256sum ${name}` },
];

/** The document in its four forms, and how to tell that a copy is the one that was made. */
export function Downloads({ href, file }: Props) {
  const facts = [file.pages === null ? "" : `${file.pages} pages`, file.size === null ? "" : sizeOf(file.size)];
  return (
    <div className="grid gap-3">
      <div className="grid gap-2 sm:grid-cols-2">
        <a href={href("pdf")} className={buttonClass({ variant: "primary", size: "lg" }, "min-h-11")}>
          <Download size={16} aria-hidden /> Download the PDF
        </a>
        <a href={href("html")} className={buttonClass({ size: "lg" }, "min-h-11")}>
          <BookOpen size={16} aria-hidden /> Read it here
        </a>
      </div>
      <p className="text-ink-2 text-sm">
        {facts.filter((fact) => fact !== "").join(", ")}. Also as{" "}
        <a href={href("zip")} className="inline-block underline underline-offset-2 pointer-coarse:py-2.5">
          a ZIP with everything
        </a>{" "}
        (PDF, page, data and tables) or as{" "}
        <a href={href("json")} className="inline-block underline underline-offset-2 pointer-coarse:py-2.5">
          data for machines (JSON)
        </a>
        .
      </p>
      <div className="flex items-center gap-1 text-ink-3 text-xs">
        <p className="min-w-0">
          SHA-256 of the PDF <code className="font-mono [overflow-wrap:anywhere]">{file.sha256}</code>
        </p>
        <CopyButton text={file.sha256} label="Copy the SHA-256" />
      </div>
      <Disclosure title="Is my copy the right one?">
        <div className="grid gap-2.5 text-ink-2 text-sm">
          <p>
            The PDF of this version has one fingerprint, the SHA-256 above. If a copy shows the same, not one byte of it
            has changed. On a computer, in the folder of the file:
          </p>
          {WAYS.map(({ system, command }) => (
            <div key={system}>
              <p className="mb-1 text-ink-3 text-xs">{system}</p>
              <MonoBlock>{command(file.name)}</MonoBlock>
            </div>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
