import type { Metadata } from "next";
import Link from "next/link";
import { OPERATIONS } from "#app/api/v1/operations/index.ts";
import { paths } from "#components/paths.ts";
import { Brand } from "#components/shell/brand.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { MAIN_ID, SkipLink } from "#components/shell/skip-link.tsx";
import { Section } from "#components/ui/section.tsx";
import { env } from "#lib/env.ts";
import { OperationSection } from "./operation-section.tsx";

export const metadata: Metadata = { title: "API" };

const LINK = "underline decoration-line-strong underline-offset-2 hover:decoration-current";
const BY_TAG = [...Map.groupBy(OPERATIONS, ({ tag }) => tag)];
const anchorOf = (tag: string) => `tag-${tag.toLowerCase().replaceAll(/\W+/g, "-")}`;

export default function ApiDocsPage() {
  const baseUrl = env().BASE_URL;
  return (
    <div className="mx-auto max-w-5xl px-4 pt-4 pb-16 sm:px-6.5 lg:grid lg:grid-cols-[180px_minmax(0,1fr)] lg:gap-10">
      <SkipLink />
      <header className="lg:sticky lg:top-4 lg:self-start">
        <Link href={paths.projects()} className="inline-flex rounded-md py-1.5">
          <Brand name="Launch Ready" />
        </Link>
        <nav aria-label="Subjects" className="mt-3">
          <ul className="flex flex-wrap gap-x-3 lg:flex-col">
            {BY_TAG.map(([tag, operations]) => (
              <li key={tag}>
                <a
                  href={`#${anchorOf(tag)}`}
                  className="flex min-h-7.5 items-center gap-2 text-ink-2 text-sm hover:text-ink pointer-coarse:min-h-11"
                >
                  {tag} <span className="ml-auto text-ink-3 text-xs">{operations.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="min-w-0 pt-6 lg:pt-1.5">
        <PageTitle title="API">
          What the pages do can be called, but for passwords and sessions. Send a token from{" "}
          <Link href={paths.account()} className={LINK}>
            your account
          </Link>{" "}
          as <code className="font-mono text-xs">Authorization: Bearer …</code>; it may do what you may. Errors are
          problem details (RFC 9457) with a code, a sentence and the fields that are wrong. For tools there is the same
          as{" "}
          <a href="/api/v1/openapi.json" className={LINK}>
            OpenAPI 3.1
          </a>
          .
        </PageTitle>
        <div className="flex flex-col gap-8">
          {BY_TAG.map(([tag, operations]) => (
            <div key={tag} id={anchorOf(tag)}>
              <Section title={tag}>
                {operations.map((operation) => (
                  <OperationSection key={operation.id} operation={operation} baseUrl={baseUrl} />
                ))}
              </Section>
            </div>
          ))}
        </div>
      </main>
    </div>
  );
}
