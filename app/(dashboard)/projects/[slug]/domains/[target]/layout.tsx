import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { loadBoard } from "#app/load.ts";

type Props = { params: Promise<{ slug: string; target: string }>; children: ReactNode };

/** Asks before the skeleton is sent, while the answer can still be a 404. */
export default async function HostLayout({ params, children }: Props) {
  const { slug, target } = await params;
  const { targets } = await loadBoard(slug);
  if (!targets.some(({ id }) => id === target)) notFound();
  return children;
}
