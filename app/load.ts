import "server-only";
import { notFound as showNotFound } from "next/navigation";
import { cache } from "react";
import { getBoard } from "#db/queries/get-board.ts";
import { requireCtx } from "#lib/auth/session.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";

/** Reads for a page: signed out leads to the sign-in page, not there and not yours to the same "not found". */
export async function load<T>(next: string, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  const ctx = await requireCtx(next);
  try {
    return await read(ctx);
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) showNotFound();
    throw error;
  }
}

/** The board, once per request: the frame and the page both show it. */
export const loadBoard = cache((slug: string) => load(`/projects/${slug}`, (ctx) => getBoard(ctx, slug)));
