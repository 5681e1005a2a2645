import type { Metadata } from "next";
import { PassphraseForm } from "#components/handover/share/passphrase-form.tsx";
import { SharePage } from "#components/handover/share/share-page.tsx";
import { signOffShareAction, unlockShareAction } from "./actions.ts";
import { readShare } from "./read-share.ts";

export const metadata: Metadata = {
  title: "Handover pack",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

/** What somebody without an account sees. Looking counts as nothing; fetching the document counts. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const share = await readShare(token);
  if (share === null) return <PassphraseForm unlock={unlockShareAction.bind(null, token)} />;
  return (
    <SharePage
      share={share}
      base={`/share/${encodeURIComponent(token)}`}
      signOff={signOffShareAction.bind(null, token)}
    />
  );
}
