"use server";

import { revalidatePath } from "next/cache";
import { change } from "#app/change.ts";
import { optional, optionalNumber, text } from "#app/form-input.ts";
import { perform } from "#app/perform.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { removeLogo } from "#lib/brandings/remove-logo.ts";
import { setBranding } from "#lib/brandings/set-branding.ts";
import { setLogo } from "#lib/brandings/set-logo.ts";
import { env } from "#lib/env.ts";
import { PAPERS } from "#lib/handover/model-registers.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { createShare } from "#lib/shares/create-share.ts";
import { revokeShare } from "#lib/shares/revoke-share.ts";
import { signOffPack } from "#lib/sign-offs/sign-off-pack.ts";

type Created = { url: string; passphrase: string | null };

export async function createPackAction(
  slug: string,
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    const paper = PAPERS.find((one) => one === text(form, "paper"));
    const compareWith = optionalNumber(form, "compareWith");
    const pack = await createPack({ ctx, input: { project: slug, paper, compareWith } });
    return `Version ${pack.version} is being made.`;
  });
}

/** The link is in the answer and nowhere else: only its hash is stored. */
export async function createShareAction(
  slug: string,
  _previous: ActionResult<Created> | null,
  form: FormData,
): Promise<ActionResult<Created>> {
  return perform(async (ctx) => {
    const days = optionalNumber(form, "days");
    const lock = text(form, "lock");
    const { token, passphrase } = await createShare({
      ctx,
      input: {
        project: slug,
        version: optionalNumber(form, "version") ?? 0,
        label: text(form, "label"),
        viewsMax: optionalNumber(form, "viewsMax"),
        expiresAt: days ? new Date(ctx.now.getTime() + days * 86_400_000) : optional(form, "expiresAt"),
        isProtected: lock === "made",
        passphrase: lock === "own" ? text(form, "passphrase") : undefined,
        canSignOff: form.get("canSignOff") !== null,
      },
    });
    revalidatePath("/", "layout");
    return { ok: true, data: { url: `${env().BASE_URL}/share/${token}`, passphrase } };
  });
}

export async function revokeShareAction(slug: string, share: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await revokeShare({ ctx, input: { project: slug, share } });
    return "The link is dead.";
  });
}

export async function signOffPackAction(
  slug: string,
  version: number,
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    const said = { organisation: text(form, "organisation"), remark: text(form, "remark") };
    const hasReceived = form.get("hasReceived") !== null;
    await signOffPack({ ctx, input: { project: slug, version, ...said, hasReceived } });
    return "Thank you. Your receipt is on this page.";
  });
}

export async function setBrandingAction(
  slug: string,
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    await setBranding({
      ctx,
      input: {
        project: slug,
        clientName: text(form, "clientName"),
        accent: optional(form, "accent") ?? null,
        paper: PAPERS.find((one) => one === text(form, "paper")),
      },
    });
    return "The next version will look like this.";
  });
}

export async function setLogoAction(
  slug: string,
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return change(async (ctx) => {
    const file = form.get("logo");
    const logo = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    await setLogo({ ctx, input: { project: slug, logo } });
    return "The logo is stored.";
  });
}

export async function removeLogoAction(slug: string): Promise<ActionResult> {
  return change(async (ctx) => {
    await removeLogo({ ctx, input: { project: slug } });
    return "The logo is gone from the versions to come.";
  });
}
