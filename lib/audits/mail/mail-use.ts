import type { PartValue } from "../observation.ts";
import { settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";
import { isNullMx, readMx } from "../parse/mx.ts";
import { isSpfRecord } from "../parse/spf.ts";

type Mail = PartValue<"mail">;

/** The domain's SPF records as published. */
export function spfRecords({ txt }: Pick<Mail, "txt">): string[] {
  const settled = settle(txt);
  return settled.state === "found" ? settled.records.map(unescapeText).filter(isSpfRecord) : [];
}

/** The domain says that no mail is ever sent in its name. */
export function sendsNoMail(mail: Pick<Mail, "txt">): boolean {
  const [text, ...more] = spfRecords(mail);
  return more.length === 0 && text !== undefined && /^v=spf1 +-all *$/i.test(text);
}

/** No mail can be delivered to the domain: a null MX, or no MX at all. */
export function receivesNoMail({ mx }: Pick<Mail, "mx">): boolean {
  const records = readMx(mx);
  return isNullMx(records) || (records.length === 0 && settle(mx).state !== "unanswered");
}
