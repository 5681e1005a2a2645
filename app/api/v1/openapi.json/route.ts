import { env } from "#lib/env.ts";
import { openApiDocument } from "../openapi.ts";
import { OPERATIONS } from "../operations/index.ts";

export const dynamic = "force-dynamic";

/** Made once: anybody may ask, and the table does not change while we run. */
let text: string | undefined;

export function GET(): Response {
  text ??= JSON.stringify(openApiDocument(OPERATIONS, env().BASE_URL));
  return new Response(text, {
    headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=300" },
  });
}
