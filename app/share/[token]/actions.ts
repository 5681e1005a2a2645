"use server";

import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { text } from "#app/form-input.ts";
import { openByLink } from "#app/open-by-link.ts";
import { performAsVisitor } from "#app/perform.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { clientAddress } from "#lib/auth/client-address.ts";
import { shareCookie } from "#lib/auth/share-cookie.ts";
import { env } from "#lib/env.ts";
import { unlockShare } from "#lib/shares/unlock-share.ts";
import { signOffShare } from "#lib/sign-offs/sign-off-share.ts";
import { visitOf } from "./visit.ts";

/** The right passphrase is traded for a cookie; the page then shows itself. */
export async function unlockShareAction(
  token: string,
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return performAsVisitor(async () => {
    const { AUTH_SECRET: secret, BASE_URL } = env();
    const address = clientAddress((await headers()).get("x-forwarded-for"));
    const input = { token, secret, address, passphrase: text(form, "passphrase") };
    const ticket = await openByLink((ctx) => unlockShare({ ctx, input }));
    if (ticket) {
      const { name, options } = shareCookie(BASE_URL, token);
      (await cookies()).set(name, ticket.value, { ...options, expires: ticket.endsAt });
    }
    return { ok: true };
  });
}

export async function signOffShareAction(
  token: string,
  _previous: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return performAsVisitor(async () => {
    const input = {
      ...(await visitOf(token)),
      name: text(form, "name"),
      organisation: text(form, "organisation"),
      remark: text(form, "remark"),
      hasReceived: form.get("hasReceived") !== null,
    };
    await openByLink((ctx) => signOffShare({ ctx, input }));
    revalidatePath("/", "layout");
    return { ok: true, message: "Thank you. Your receipt is on this page." };
  });
}
