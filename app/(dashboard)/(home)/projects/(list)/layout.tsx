import type { ReactNode } from "react";
import { paths } from "#components/paths.ts";
import { requireCtx } from "#lib/auth/session.ts";

/** Asks before the skeleton is sent, while the answer can still be a redirect. */
export default async function ProjectsLayout({ children }: { children: ReactNode }) {
  await requireCtx(paths.projects());
  return children;
}
