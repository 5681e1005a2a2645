import { renderPdf } from "#lib/handover/render-pdf.ts";
import { beginPack } from "#lib/packs/begin-pack.ts";
import { finishPack } from "#lib/packs/finish-pack.ts";
import type { JobPayload } from "../definitions.ts";
import { type JobTools, jobCtx } from "./job-context.ts";

/** Renders a pack's PDF from its stored model; the same model gives the same bytes, so a second try does no harm. */
export async function renderPack(payload: JobPayload<"render-pack">, tools: JobTools): Promise<void> {
  const model = await beginPack({ ctx: jobCtx(tools, "render-pack"), input: payload });
  if (!model) return;
  const { pdf, sha256, pages } = await renderPdf(model);
  tools.signal.throwIfAborted();
  await finishPack({ ctx: jobCtx(tools, "render-pack"), input: { ...payload, pdf, sha256, pages } });
}
