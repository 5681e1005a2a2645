import { Facts } from "#components/ui/facts.tsx";
import type { UiMark } from "#components/ui/marks.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { DkimRow, DmarcReading, MailFacts } from "#lib/audits/facts/mail-facts.ts";
import { SpfTree } from "./spf-tree.tsx";

const DKIM_MARKS: Readonly<Record<DkimRow["state"], UiMark>> = {
  found: { shape: "check", tone: "ok", word: "Found" },
  revoked: { shape: "dash", tone: "mute", word: "Revoked" },
  broken: { shape: "cross", tone: "bad", word: "Broken" },
  not_found: { shape: "dash", tone: "mute", word: "Not found" },
  unanswered: { shape: "ring", tone: "mute", word: "No answer" },
};

const FROM_WORDS: Readonly<Record<DkimRow["from"], string>> = {
  given: "given by you",
  provider: "of the provider",
  common: "tried as common",
};

const H3 = "pb-1.5 font-medium text-sm tracking-normal";

function Dmarc({ readings }: { readings: readonly DmarcReading[] }) {
  return (
    <div>
      <h3 className={H3}>DMARC, as two kinds of receivers read it</h3>
      <Table caption="DMARC by receiver">
        <thead>
          <tr>
            <Th>Receiver</Th>
            <Th>Record at</Th>
            <Th>Policy</Th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ receiver, at, policy, note }) => (
            <tr key={receiver}>
              <Td className="whitespace-nowrap align-top">{receiver}</Td>
              <Td className="align-top font-mono text-xs [overflow-wrap:anywhere]">
                {at ?? <span className="font-sans text-ink-3">none</span>}
              </Td>
              <Td className="align-top">
                <span className="font-medium">{policy ?? "none found"}</span>
                {note !== "" && <p className="text-ink-2 text-xs [overflow-wrap:anywhere]">{note}</p>}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Dkim({ rows }: { rows: readonly DkimRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className={H3}>DKIM</h3>
      <ul className="border-line border-t text-sm">
        {rows.map(({ selector, from, state, key, note }) => (
          <li key={selector} className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-1.5">
            <code className="font-mono text-xs [overflow-wrap:anywhere]">{selector}</code>
            <span className="text-ink-3 text-xs">{FROM_WORDS[from]}</span>
            <span className="min-w-0 flex-1 text-ink-2 text-xs [overflow-wrap:anywhere]">{note}</span>
            <StatusBadge mark={DKIM_MARKS[state]} />
            {key !== "" && (
              <code className="line-clamp-2 w-full font-mono text-2xs text-ink-3 [overflow-wrap:anywhere]">{key}</code>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const mono = (text: string) => <span className="font-mono text-xs [overflow-wrap:anywhere]">{text}</span>;

/** All that receivers can read about the mail of the domain. */
export function MailDetails({ mail }: { mail: MailFacts }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Facts
        facts={[
          { label: "Domain", value: mono(mail.domain) },
          { label: "Provider", value: mail.provider ?? "Not recognised" },
          { label: "MX", value: mail.mx.length === 0 ? "none" : mono(mail.mx.join(", ")) },
          {
            label: "MTA-STS",
            value: mail.mtaSts === null ? "not looked at" : `${mail.mtaSts.mode ?? "none"}. ${mail.mtaSts.note}`,
          },
          {
            label: "TLS-RPT",
            value:
              mail.tlsRpt === null ? (
                "not looked at"
              ) : (
                <>
                  {mail.tlsRpt.record === null ? "none" : mono(mail.tlsRpt.record)} {mail.tlsRpt.note}
                </>
              ),
          },
        ]}
      />
      {mail.spf && <SpfTree spf={mail.spf} total={mail.spfTotal} />}
      {mail.dmarc.length > 0 && <Dmarc readings={mail.dmarc} />}
      <Dkim rows={mail.dkim} />
    </div>
  );
}
