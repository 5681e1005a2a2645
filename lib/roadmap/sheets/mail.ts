import type { MailMechanism } from "#lib/audits/facts/mail-records.ts";
import { VERDICT_MARKS } from "#lib/handover/view-words.ts";
import { listed } from "../words.ts";
import type { Artefact, SheetMailDomain } from "./artefact.ts";
import { atMinute, type Block, byRun, type Cell, marked } from "./block.ts";

type Mail = Extract<Artefact, { kind: "mail" }>;

/** What each mechanism is for, for those who read this once a year. */
const PURPOSES: Readonly<Record<MailMechanism, string>> = {
  SPF: "which servers may send",
  DKIM: "the signature of each message",
  DMARC: "what to do with a forgery",
  "MTA-STS": "mail to you only encrypted",
  "TLS-RPT": "reports of failed encryption",
};

/** Per domain the record in place, and where one is wrong, the one to publish. */
export function mailBlocks({ domains }: Mail): Block[] {
  if (domains.length === 0) {
    return [
      {
        kind: "table",
        title: "Mail records",
        columns: [],
        rows: [],
        empty: "No audit has seen the mail records of a domain yet.",
      },
    ];
  }
  return domains.flatMap(domainBlocks);
}

function domainBlocks({ domain, hosts, runNumber, observedAt, rows }: SheetMailDomain): Block[] {
  const publish = rows.flatMap((row) => row.publish);
  return [
    {
      kind: "table",
      title: domain,
      note: `For ${listed(hosts)}, as run ${runNumber} saw it on ${atMinute(observedAt).text}.`,
      columns: ["Record", "State", "In place", "Found", "Proof"],
      rows: rows.map(({ mechanism, inPlace, result }) => [
        { text: mechanism, note: PURPOSES[mechanism] },
        marked(VERDICT_MARKS[result?.verdict ?? "not_run"]),
        inPlaceCell(inPlace),
        { text: result?.summary ?? "No rule has looked at it yet." },
        byRun(result?.runNumber ?? null),
      ]),
      empty: "",
    },
    ...(publish.length === 0 ? [] : [{ kind: "records" as const, title: `To publish at ${domain}`, records: publish }]),
  ];
}

function inPlaceCell(records: SheetMailDomain["rows"][number]["inPlace"]): Cell {
  const [first, ...others] = records;
  if (!first) return { text: "none found" };
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return { text: first.value, isMono: true, note: `at ${first.name}${more}` };
}
