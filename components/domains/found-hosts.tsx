import type { FormAction } from "#components/ui/action.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { InputField, SelectField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { FoundHost } from "#db/queries/domain-views.ts";
import { ENVIRONMENT_OPTIONS } from "../people/environment-options.ts";
import { Row, Rows } from "../people/rows.tsx";
import { sourcesInWords } from "./found-words.ts";
import { PROFILE_OPTIONS } from "./profile-words.ts";

export type FoundHostActions = {
  /** Gets `profile` and `environment`. */
  adopt?: FormAction | undefined;
  /** Gets `reason`. */
  ignore?: FormAction | undefined;
  unignore?: FormAction | undefined;
};
type Host = FoundHost & FoundHostActions;

function Adopt({ host, action }: { host: string; action: FormAction }) {
  return (
    <DialogButton
      label="Audit it…"
      size="sm"
      title={`Audit ${host}`}
      description="It is looked at from the next run on."
    >
      <ActionForm action={action}>
        <SelectField name="profile" label="What it is" options={PROFILE_OPTIONS} defaultValue="page" />
        <SelectField name="environment" label="Environment" options={ENVIRONMENT_OPTIONS} />
        <div className="flex justify-end">
          <SubmitButton>Add the host</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}

function Ignore({ host, action }: { host: string; action: FormAction }) {
  return (
    <DialogButton
      label="Ignore…"
      size="sm"
      variant="quiet"
      title={`Ignore ${host}`}
      description="It stays in the list of the ignored, with your reason, and can be taken back."
    >
      <ActionForm action={action}>
        <InputField name="reason" label="Why?" placeholder="Belongs to the payment provider" maxLength={200} required />
        <div className="flex justify-end">
          <SubmitButton>Ignore the host</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}

function HostRow({ host }: { host: Host }) {
  return (
    <Row
      title={<code className="font-mono text-xs">{host.host}</code>}
      note={
        host.ignored ? (
          <>
            Ignored{host.ignored.by !== null && ` by ${host.ignored.by}`} <Time iso={host.ignored.at} />:{" "}
            {host.ignored.reason}
          </>
        ) : (
          <>
            {sourcesInWords(host.sources)}, first <Time iso={host.firstSeenAt} />
          </>
        )
      }
      actions={
        <>
          {!host.ignored && host.adopt && <Adopt host={host.host} action={host.adopt} />}
          {!host.ignored && host.ignore && <Ignore host={host.host} action={host.ignore} />}
          {host.ignored && host.unignore && (
            <ActionButton action={host.unignore} size="sm">
              Take back
            </ActionButton>
          )}
        </>
      }
    />
  );
}

/** Hosts that were read in what audits saw, and that nobody has asked to audit. */
export function FoundHosts({ hosts }: { hosts: readonly Host[] }) {
  const open = hosts.filter(({ ignored }) => ignored === null);
  const ignored = hosts.filter((host) => host.ignored !== null);
  if (hosts.length === 0) return null;
  return (
    <Section title="Found, not audited" note="Named by your certificates, redirects, policies, pages and DNS.">
      {open.length === 0 ? (
        <p className="text-ink-2 text-sm">Each host that was found is decided on.</p>
      ) : (
        <Rows>
          {open.map((host) => (
            <HostRow key={host.host} host={host} />
          ))}
        </Rows>
      )}
      {ignored.length > 0 && (
        <details className="mt-3">
          <summary className="inline-flex min-h-7 items-center text-ink-2 text-sm underline decoration-line-strong underline-offset-2 pointer-coarse:min-h-11">
            {ignored.length} ignored
          </summary>
          <Rows>
            {ignored.map((host) => (
              <HostRow key={host.host} host={host} />
            ))}
          </Rows>
        </details>
      )}
    </Section>
  );
}
