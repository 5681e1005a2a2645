"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { text } from "#app/form-input.ts";
import { performAsVisitor } from "#app/perform.ts";
import { paths } from "#components/paths.ts";
import type { ActionResult } from "#components/ui/action.ts";
import { clientAddress } from "#lib/auth/client-address.ts";
import { visitorCtx } from "#lib/auth/visitor.ts";
import { startDomainCheck } from "#lib/domain-checks/start-domain-check.ts";

export async function startDomainCheckAction(_previous: ActionResult | null, form: FormData): Promise<ActionResult> {
  return performAsVisitor(async () => {
    const address = clientAddress((await headers()).get("x-forwarded-for"));
    const { token } = await startDomainCheck({ ctx: visitorCtx(), input: { host: text(form, "host"), address } });
    redirect(paths.domainCheck(token));
  });
}
