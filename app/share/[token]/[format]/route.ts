import { PACK_FORMATS, packResponse } from "#app/api/v1/pack-response.ts";
import { problem } from "#app/api/v1/problem.ts";
import { openByLink } from "#app/open-by-link.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { openShare } from "#lib/shares/open-share.ts";
import { visitOf } from "../visit.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ token: string; format: string }> };

const NEVER_KEPT = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex" };

/** Whoever has yet to give the passphrase is led to the page that asks for it. */
function refusal(error: unknown, token: string): Response {
  const isLocked = error instanceof AppError && error.code === "unauthenticated";
  if (!isLocked) return problem(error);
  const location = `/share/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { ...NEVER_KEPT, Location: location } });
}

/** The shared document itself; each fetch counts as a view. */
export async function GET(_request: Request, { params }: Context) {
  const { token, format: given } = await params;
  try {
    const format = PACK_FORMATS.find((one) => one === given);
    if (!format) throw notFound();
    const visit = await visitOf(token);
    const { file } = await openByLink((ctx) => openShare({ ctx, input: { ...visit, fetch: true } }));
    const response = packResponse(file, format);
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
  } catch (error) {
    return refusal(error, token);
  }
}

/** Scanners of links ask so; it uses no view up. */
export async function HEAD(_request: Request, { params }: Context) {
  const { token } = await params;
  try {
    const visit = await visitOf(token);
    await openByLink((ctx) => openShare({ ctx, input: visit }));
    return new Response(null, { headers: NEVER_KEPT });
  } catch (error) {
    return refusal(error, token);
  }
}
