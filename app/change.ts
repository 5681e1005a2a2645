import "server-only";
import { revalidatePath } from "next/cache";
import type { ActionResult } from "#components/ui/action.ts";
import type { Ctx } from "#lib/ctx.ts";
import { perform } from "./perform.ts";

/** A server action that changes something: the work, then every page anew, and the sentence that says it is done. */
export async function change(work: (ctx: Ctx) => Promise<string>): Promise<ActionResult> {
  return perform(async (ctx) => {
    const message = await work(ctx);
    revalidatePath("/", "layout");
    return { ok: true, message };
  });
}
