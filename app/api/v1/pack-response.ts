import type { PackFile } from "#db/queries/get-pack-file.ts";
import { AppError } from "#lib/errors.ts";
import { handoverModelSchema } from "#lib/handover/model.ts";
import { renderHtml } from "#lib/handover/render-html.ts";
import { renderJson } from "#lib/handover/render-json.ts";

type Format = "pdf" | "html" | "json";

/** RFC 6266: an ASCII name that no header can be broken with. */
function disposition(kind: "attachment" | "inline", file: PackFile, format: Format): string {
  return `${kind}; filename="${file.slug}-handover-v${file.version}.${format}"`;
}

const SHARED_HEADERS = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };

/** The pack in one of its three forms. HTML is shown under a policy that lets it load and run nothing. */
export function packResponse(file: PackFile, format: Format): Response {
  if (format === "pdf") {
    if (!file.pdf) throw new AppError("conflict", "This version is still being rendered. Try again in a moment.");
    return new Response(new Uint8Array(file.pdf), {
      headers: {
        ...SHARED_HEADERS,
        "Content-Type": "application/pdf",
        "Content-Disposition": disposition("attachment", file, format),
      },
    });
  }
  const model = handoverModelSchema.parse(file.model);
  if (format === "json") {
    return new Response(renderJson(model), {
      headers: {
        ...SHARED_HEADERS,
        "Content-Type": "application/json",
        "Content-Disposition": disposition("attachment", file, format),
      },
    });
  }
  return new Response(renderHtml(model), {
    headers: {
      ...SHARED_HEADERS,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Disposition": disposition("inline", file, format),
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    },
  });
}
