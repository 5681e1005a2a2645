import { readDkimRows } from "../mail/dkim-rows.ts";
import type { DnsQuestion, Observation } from "../observation.ts";
import { isDmarcRecord } from "../parse/dmarc.ts";
import { settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";
import { isMtaStsRecord } from "../parse/mta-sts.ts";
import { isSpfRecord } from "../parse/spf.ts";
import { isTlsRptRecord } from "../parse/tls-rpt.ts";
import type { DnsRecord } from "../types.ts";

/** Each with the prefix of the rules that judge it. */
export const MAIL_MECHANISMS = {
  SPF: ["mail/spf"],
  DKIM: ["mail/dkim"],
  DMARC: ["mail/dmarc", "mail/dmarc-old-receivers", "mail/dmarc-reports"],
  "MTA-STS": ["mail/mta-sts"],
  "TLS-RPT": ["mail/tls-rpt"],
} as const satisfies Record<string, readonly string[]>;
export type MailMechanism = keyof typeof MAIL_MECHANISMS;

/** The records of a domain's mail as they stood; hostile text from the DNS. */
export type MailRecords = { domain: string; inPlace: Record<MailMechanism, DnsRecord[]> };

type Parts = Pick<Observation["parts"], "mail" | "mailAuth">;

/** What a receiver finds of each mechanism; `null` where the domain's mail records were not seen. */
export function mailRecords({ mail: mailPart, mailAuth: authPart }: Parts): MailRecords | null {
  if (mailPart.state !== "observed") return null;
  const mail = mailPart.value;
  const auth = authPart.state === "observed" ? authPart.value : null;
  const keys = auth ? readDkimRows(auth.dkim).filter(({ text }) => text !== "") : [];
  return {
    domain: mail.domain,
    inPlace: {
      SPF: textsOf(mail.txt, isSpfRecord),
      DKIM: keys.map(({ name, text }) => ({ name, type: "TXT", value: text })),
      DMARC: mail.dmarc.flatMap((question) => textsOf(question, isDmarcRecord)),
      "MTA-STS": auth ? textsOf(auth.mtaSts.record, isMtaStsRecord) : [],
      "TLS-RPT": auth ? textsOf(auth.tlsRpt, isTlsRptRecord) : [],
    },
  };
}

function textsOf(question: DnsQuestion, isWanted: (text: string) => boolean): DnsRecord[] {
  const settled = settle(question);
  if (settled.state !== "found") return [];
  const texts = settled.records.map(unescapeText).filter(isWanted);
  return texts.map((value) => ({ name: question.name, type: "TXT", value }));
}
