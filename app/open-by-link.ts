import "server-only";
import { headers } from "next/headers";
import { clientAddress } from "#lib/auth/client-address.ts";
import { guardGuesses } from "#lib/auth/guard-guesses.ts";
import { visitorCtx } from "#lib/auth/visitor.ts";
import type { Ctx } from "#lib/ctx.ts";

/** For what opens to whoever has its link, without an account: guessing links is throttled. */
export async function openByLink<T>(open: (visitor: Ctx) => Promise<T>): Promise<T> {
  const visitor = visitorCtx();
  const address = clientAddress((await headers()).get("x-forwarded-for"));
  return guardGuesses({ ...visitor, address }, () => open(visitor));
}
