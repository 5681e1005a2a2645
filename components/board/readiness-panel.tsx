import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import type { Board } from "#db/queries/views.ts";
import { paths } from "../paths.ts";
import { ReadinessChart } from "./readiness-chart.tsx";

type Props = { slug: string } & Pick<Board, "readiness" | "points" | "deployments">;

export function ReadinessPanel({ slug, readiness, points, deployments }: Props) {
  const first = points[0];
  const change = first ? readiness.score - first.score : 0;
  return (
    <Section
      title={
        <Link href={paths.board(slug, { readiness: "explained" })} scroll={false} className="hover:underline">
          Readiness {readiness.score}
        </Link>
      }
      note={
        points.length > 1
          ? `${change >= 0 ? "+" : "−"}${Math.abs(change)} over ${points.length} points`
          : "of 100; open for the sum"
      }
    >
      {points.length > 1 ? (
        <ReadinessChart points={points} deployments={deployments} />
      ) : (
        <p className="text-ink-3 text-sm">The line begins with the second audit or decision.</p>
      )}
    </Section>
  );
}
