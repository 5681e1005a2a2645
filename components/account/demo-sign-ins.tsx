import type { FormAction } from "#components/ui/action.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Role } from "#lib/auth/permissions.ts";

type Person = { name: string; role: Role; signIn: FormAction };
type Props = { people: readonly Person[]; next: string; labUrl?: string | undefined };

/** One button per person of the demo. */
export function DemoSignIns({ people, next, labUrl }: Props) {
  return (
    <Section title="Demo sign-ins" className="border-line border-t pt-5">
      <ul className="flex flex-col items-start gap-2">
        {people.map(({ name, role, signIn }) => (
          <li key={name}>
            <ActionButton action={signIn} values={{ next }}>
              Sign in as {name}, {role}
            </ActionButton>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ink-3 text-sm">
        This is a demo: everybody who reaches this page can sign in.
        {labUrl !== undefined && (
          <>
            {" "}
            Its product has <ExternalLink href={labUrl}>faults to switch on and off</ExternalLink>.
          </>
        )}
      </p>
    </Section>
  );
}
