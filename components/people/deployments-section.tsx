import Link from "next/link";
import { paths } from "#components/paths.ts";
import { Chip } from "#components/ui/chip.tsx";
import { MonoBlock } from "#components/ui/mono-block.tsx";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Board } from "#db/queries/views.ts";
import { Row, Rows } from "./rows.tsx";

const SHOWN_MAX = 3;
const LINK = "underline decoration-line-strong underline-offset-2";

type Props = { slug: string; baseUrl: string; deployments: Board["deployments"] };

/** How a pipeline says that it deployed, and what it said last. */
export function DeploymentsSection({ slug, baseUrl, deployments }: Props) {
  const command = [
    `curl ${baseUrl}/api/v1/projects/${slug}/deployments \\`,
    '  -H "Authorization: Bearer $LAUNCH_READY_TOKEN" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '{"version": "1.4.0", "environment": "production"}'`,
  ].join("\n");
  return (
    <Section title="Deployments" note="Marked on the readiness chart.">
      {deployments.length > 0 && (
        <Rows>
          {deployments
            .slice(-SHOWN_MAX)
            .reverse()
            .map(({ id, version, environment, deployedAt }) => (
              <Row key={id} title={version} note={<Time iso={deployedAt} />} actions={<Chip>{environment}</Chip>} />
            ))}
        </Rows>
      )}
      <p className="mb-2 max-w-[72ch] text-ink-2 text-sm">
        Let the pipeline call this after each deployment, with a token from{" "}
        <Link href={paths.account()} className={LINK}>
          your account
        </Link>
        . All that the pages do can be called:{" "}
        <Link href="/api-docs" className={LINK}>
          the API
        </Link>
        .
      </p>
      <MonoBlock copy={command}>{command}</MonoBlock>
    </Section>
  );
}
