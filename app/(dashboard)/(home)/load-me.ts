import "server-only";
import { cache } from "react";
import { getMe } from "#db/queries/get-me.ts";
import { requireCtx } from "#lib/auth/session.ts";

/** Who is signed in, once per request: the frame and the page both ask. */
export const loadMe = cache(async () => getMe(await requireCtx()));
