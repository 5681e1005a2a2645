import { packResponse } from "#app/api/v1/pack-response.ts";
import { problem } from "#app/api/v1/problem.ts";
import { visitorCtx } from "#lib/auth/visitor.ts";
import { notFound } from "#lib/errors.ts";
import { openShare } from "#lib/shares/open-share.ts";

export const dynamic = "force-dynamic";

/** The shared document itself; each fetch counts as a view. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string; format: string }> }) {
  try {
    const { token, format } = await params;
    if (format !== "pdf" && format !== "html") throw notFound();
    const { file } = await openShare({ ctx: visitorCtx(), input: { token, fetch: true } });
    const response = packResponse(file, format);
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
  } catch (error) {
    return problem(error);
  }
}
