import type { SignOffView } from "#db/queries/views.ts";
import type { FormAction } from "../ui/action.ts";
import { Section } from "../ui/section.tsx";
import { Disclosure } from "./disclosure.tsx";
import { PrintButton } from "./print-button.tsx";
import { Receipt } from "./receipt.tsx";
import { SignOffForm } from "./sign-off-form.tsx";

type Props = {
  project: string;
  version: number;
  isDraft: boolean;
  signOffs: readonly SignOffView[];
  /** Null where nobody can sign off. */
  action: FormAction | null;
  /** Of whoever has no account. */
  asksName?: boolean | undefined;
  className?: string;
};

/** Who has signed off, each with a receipt to keep, and the form for who has not. */
export function SignOffSection({ project, version, isDraft, signOffs, action, asksName, className }: Props) {
  if (signOffs.length === 0 && action === null) return null;
  const form = action && <SignOffForm version={version} isDraft={isDraft} asksName={asksName} action={action} />;
  return (
    <Section title={isDraft ? "Has it arrived?" : "Sign-off"} className={className}>
      <div className="grid gap-4">
        {signOffs.map((one) => (
          <Receipt key={one.id} signOff={one} project={project} />
        ))}
        {signOffs.length > 0 && (
          <div>
            <PrintButton>Print or keep as PDF</PrintButton>
          </div>
        )}
        {form && signOffs.length === 0 && <div className="rounded-xl border border-line bg-panel p-5">{form}</div>}
        {form && signOffs.length > 0 && (
          <Disclosure title="Somebody else signs, too" className="print:hidden">
            {form}
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
