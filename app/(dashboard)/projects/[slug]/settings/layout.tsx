import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { loadBoard } from "#app/load.ts";
import { isAllowed } from "#lib/auth/permissions.ts";

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

/** Asks before the skeleton is sent, while the answer can still be a 404. */
export default async function SettingsLayout({ params, children }: Props) {
  const { project } = await loadBoard((await params).slug);
  if (!isAllowed(project.role, "member.read")) notFound();
  return children;
}
