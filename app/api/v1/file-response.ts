type TextFile = { fileName: string; mediaType: string; text: string };

/** A text to keep. The name is made of a slug, so no header can be broken with it (RFC 6266). */
export function fileResponse({ fileName, mediaType, text }: TextFile): Response {
  return new Response(text, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
