import { env } from "#lib/env.ts";
import { openApiDocument } from "../openapi.ts";
import { OPERATIONS } from "../operations/index.ts";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(openApiDocument(OPERATIONS, env().BASE_URL), {
    headers: { "Cache-Control": "public, max-age=300" },
  });
}
