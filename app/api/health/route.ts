import { getHealth } from "#db/queries/get-health.ts";

export const dynamic = "force-dynamic";

/** 200 when the app, its database and at least one worker are up; else 503 with what is not. */
export async function GET(): Promise<Response> {
  const health = await getHealth();
  return Response.json(health, {
    status: health.database === "up" && health.worker === "up" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
