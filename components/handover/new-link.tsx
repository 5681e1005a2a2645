import { CopyButton } from "../ui/copy-button.tsx";
import { MonoBlock } from "../ui/mono-block.tsx";

export type Created = { url: string; passphrase: string | null };

function Secret({ text, label }: { text: string; label: string }) {
  return (
    <div className="flex items-start gap-2">
      <MonoBlock className="min-w-0 flex-1">{text}</MonoBlock>
      <CopyButton text={text} label={label} />
    </div>
  );
}

/** What is known this once: the database keeps hashes only. */
export function NewLink({ url, passphrase }: Created) {
  return (
    <div role="status" className="grid gap-1.5 rounded-xl border border-ok-line bg-ok-tint p-3 text-sm">
      <p>Here is the link. It is shown this once: only its fingerprint is stored.</p>
      <Secret text={url} label="Copy the link" />
      {passphrase !== null && (
        <>
          <p className="mt-1.5">And its passphrase, shown this once, too. Tell it another way: by telephone, say.</p>
          <Secret text={passphrase} label="Copy the passphrase" />
        </>
      )}
    </div>
  );
}
