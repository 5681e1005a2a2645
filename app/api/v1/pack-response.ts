import { createHash } from "node:crypto";
import type { PackFile } from "#db/queries/get-pack-file.ts";
import { AppError } from "#lib/errors.ts";
import { logoOf } from "#lib/handover/logo.ts";
import { handoverModelSchema } from "#lib/handover/model.ts";
import { renderHtml } from "#lib/handover/render-html.ts";
import { renderJson } from "#lib/handover/render-json.ts";
import { renderZip } from "#lib/handover/render-zip.ts";

export const PACK_FORMATS = ["pdf", "html", "json", "zip"] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

export const MEDIA_TYPES = {
  pdf: "application/pdf",
  html: "text/html",
  json: "application/json",
  zip: "application/zip",
} as const satisfies Record<PackFormat, string>;

/** RFC 6266: an ASCII name that no header can be broken with. */
function headersOf(file: PackFile, format: PackFormat): Record<string, string> {
  const kind = format === "html" ? "inline" : "attachment";
  return {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
    "Content-Type": format === "html" ? "text/html; charset=utf-8" : MEDIA_TYPES[format],
    "Content-Disposition": `${kind}; filename="${file.slug}-handover-v${file.version}.${format}"`,
  };
}

function pdfOf({ pdf, state }: PackFile): Uint8Array {
  if (pdf) return pdf;
  const sentence =
    state === "failed"
      ? "This version could not be rendered. Make a new one."
      : "This version is still being rendered. Try again in a moment.";
  throw new AppError("conflict", sentence);
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The pack in one of its forms. HTML is shown under a policy that lets it load and run nothing. */
export function packResponse(file: PackFile, format: PackFormat): Response {
  const headers = headersOf(file, format);
  if (format === "pdf") return new Response(new Uint8Array(pdfOf(file)), { headers });
  const model = handoverModelSchema.parse(file.model);
  const logo = logoOf(file.logo, file.logoType);
  switch (format) {
    case "json":
      return new Response(renderJson(model), { headers });
    case "zip":
      return new Response(new Uint8Array(renderZip(model, { pdf: pdfOf(file), logo, sha256 })), { headers });
    case "html":
      return new Response(renderHtml(model, logo), {
        headers: {
          ...headers,
          "Content-Security-Policy":
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
        },
      });
  }
}
