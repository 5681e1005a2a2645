import Link from "next/link";
import { Row, Rows } from "#components/people/rows.tsx";
import { ShownOnce } from "#components/people/shown-once.tsx";
import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { InputField, SelectField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { TokenView } from "#db/queries/list-tokens.ts";

const LIFETIMES = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
] as const;

type Props = { tokens: readonly (TokenView & { revoke: FormAction })[]; create: FormAction };

/** The person's API tokens, and a form for one more. */
export function TokenList({ tokens, create }: Props) {
  return (
    <Section
      title="API tokens"
      note={
        <>
          For scripts and pipelines; a token may do what you may.{" "}
          <Link href="/api-docs" className="underline decoration-line-strong underline-offset-2">
            How to call the API
          </Link>
        </>
      }
    >
      {tokens.length > 0 && (
        <Rows>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </Rows>
      )}
      <ActionForm action={create}>
        <div className="flex flex-wrap items-start gap-2.5">
          <div className="min-w-0 flex-1 basis-48">
            <InputField name="name" label="What the token is for" maxLength={80} autoComplete="off" required />
          </div>
          <div className="basis-32">
            <SelectField name="days" label="Works for" options={LIFETIMES} defaultValue="90" />
          </div>
          <div className="basis-full sm:mt-5.5 sm:basis-auto">
            <SubmitButton variant="secondary" size="lg">
              Create a token
            </SubmitButton>
          </div>
        </div>
        <ShownOnce title="Copy the token now. It is not shown again." copyLabel="Copy the token" />
      </ActionForm>
    </Section>
  );
}

function TokenRow({ token }: { token: TokenView & { revoke: FormAction } }) {
  const { name, prefix, expiresAt, isExpired, lastUsedAt, revoke } = token;
  return (
    <Row
      title={name}
      note={
        <>
          <code className="font-mono">{prefix}…</code> · {isExpired ? "expired" : "expires"} <Time iso={expiresAt} /> ·{" "}
          {lastUsedAt === null ? (
            "never used"
          ) : (
            <>
              last used <Time iso={lastUsedAt} />
            </>
          )}
        </>
      }
      actions={
        <>
          {isExpired && <Chip tone="warn">Expired</Chip>}
          <ConfirmDialog
            label="Revoke"
            size="sm"
            title={`Revoke “${name}”?`}
            description="Whatever uses it is refused from its next request on. This cannot be undone."
            confirm="Revoke the token"
            action={revoke}
          />
        </>
      }
    />
  );
}
