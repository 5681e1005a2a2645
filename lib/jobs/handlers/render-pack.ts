import { RenderFault, renderPdf } from "#lib/handover/render-pdf.ts";
import { beginPack } from "#lib/packs/begin-pack.ts";
import { failPack } from "#lib/packs/fail-pack.ts";
import { finishPack } from "#lib/packs/finish-pack.ts";
import { packProgress } from "#lib/packs/pack-progress.ts";
import type { JobPayload } from "../definitions.ts";
import { type JobTools, jobCtx } from "./job-context.ts";

/**
 * Renders a pack's PDF from its stored model; the same model gives the same bytes, so a second try does no harm. A model
 * that cannot be laid out never can: that one fails at once, with the reason.
 */
export async function renderPack(payload: JobPayload<"render-pack">, tools: JobTools): Promise<void> {
  const ctx = () => jobCtx(tools, "render-pack");
  const pack = await beginPack({ ctx: ctx(), input: payload });
  if (!pack) return;
  await packProgress({ ctx: ctx(), input: { ...payload, step: "rendering" } });
  try {
    const { pdf, sha256, pages } = await renderPdf(pack.model, pack.logo);
    tools.signal.throwIfAborted();
    await packProgress({ ctx: ctx(), input: { ...payload, step: "storing" } });
    await finishPack({ ctx: ctx(), input: { ...payload, pdf, sha256, pages } });
  } catch (error) {
    if (!(error instanceof RenderFault)) throw error;
    await failPack({ ctx: ctx(), input: { ...payload, reason: error.message } });
  }
}
