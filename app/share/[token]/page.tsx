import type { Metadata } from "next";
import { Brand } from "#components/shell/brand.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Time } from "#components/ui/time.tsx";
import { readShare } from "./read-share.ts";

export const metadata: Metadata = {
  title: "Handover pack",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

/** What somebody without an account sees. Looking counts as nothing; fetching the document counts. */
export default async function SharePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const share = await readShare(token);
  const { file } = share;
  return (
    <main className="mx-auto grid max-w-xl gap-6 px-4 py-12">
      <Brand name="Launch Ready" />
      <div>
        <h1 className="text-2xl">Handover pack of {share.project.name}</h1>
        <p className="mt-1 text-ink-2">
          {share.isDraft
            ? "A draft: not everything in it holds yet, and it says what does not."
            : "Final: the minimum bar held when it was made."}
        </p>
      </div>
      {file.state === "ready" ? (
        <div className="flex flex-wrap gap-3">
          <a href={`/share/${token}/pdf`} className={buttonClass({ variant: "primary", size: "lg" })}>
            Download the PDF
          </a>
          <a href={`/share/${token}/html`} className={buttonClass({ size: "lg" })}>
            Read it here
          </a>
        </div>
      ) : (
        <p>The document is still being made. Open this page again in a moment.</p>
      )}
      <Facts
        facts={[
          { label: "Version", value: file.version },
          { label: "Made", value: <Time iso={share.createdAt.toISOString()} /> },
          { label: "Pages", value: share.pages ?? "unknown" },
          {
            label: "SHA-256",
            value: <code className="font-mono text-xs [overflow-wrap:anywhere]">{file.sha256}</code>,
          },
          { label: "This link ends", value: <Time iso={share.expiresAt.toISOString()} /> },
        ]}
      />
    </main>
  );
}
