import { packResponse } from "#app/api/v1/pack-response.ts";
import { problem } from "#app/api/v1/problem.ts";
import { openByLink } from "#app/open-by-link.ts";
import { notFound } from "#lib/errors.ts";
import { openShare } from "#lib/shares/open-share.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ token: string; format: string }> };

/** The shared document itself; each fetch counts as a view. */
export async function GET(_request: Request, { params }: Context) {
  try {
    const { token, format } = await params;
    if (format !== "pdf" && format !== "html") throw notFound();
    const { file } = await openByLink((ctx) => openShare({ ctx, input: { token, fetch: true } }));
    const response = packResponse(file, format);
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
  } catch (error) {
    return problem(error);
  }
}

/** Scanners of links ask so; it uses no view up. */
export async function HEAD(_request: Request, { params }: Context) {
  try {
    const { token } = await params;
    await openByLink((ctx) => openShare({ ctx, input: { token } }));
    return new Response(null, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return problem(error);
  }
}
