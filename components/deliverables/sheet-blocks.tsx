import type { ReactNode } from "react";
import { DnsRecords } from "#components/ui/dns-records.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Block } from "#lib/roadmap/sheets/block.ts";
import { SheetTable } from "./sheet-table.tsx";

/** The deliverable itself, part by part. */
export function SheetBlocks({ slug, blocks }: { slug: string; blocks: readonly Block[] }) {
  return blocks.map((block) => (
    <Section key={`${block.kind} ${block.title}`} title={block.title} note={block.note}>
      {body(slug, block)}
    </Section>
  ));
}

function body(slug: string, block: Block): ReactNode {
  switch (block.kind) {
    case "table":
      return <SheetTable slug={slug} block={block} />;
    case "records":
      return (
        <div className="max-w-3xl">
          <DnsRecords records={block.records} caption={null} />
        </div>
      );
    case "form":
      return (
        <dl className="grid rounded-xl border border-line bg-panel text-sm">
          {block.fields.map((field) => (
            <div key={field} className="not-first:border-line not-first:border-t px-3.5 pt-2 pb-8">
              <dt className="font-medium">{field}</dt>
              <dd>
                <span className="sr-only">to be written</span>
              </dd>
            </div>
          ))}
        </dl>
      );
  }
}
