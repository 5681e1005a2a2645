import type { PartValue } from "../observation.ts";
import { isDmarcRecord, parseDmarc } from "../parse/dmarc.ts";
import { discoverDmarc } from "../parse/dmarc-discovery.ts";
import { appliedPolicy, oldReading } from "../parse/dmarc-receiver.ts";
import { settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";
import type { DmarcReading } from "./mail-facts.ts";

/** The same records as a receiver of today and one of 2015 read them. */
export function readDmarc(mail: PartValue<"mail">): DmarcReading[] {
  return [readNew(mail), readOld(mail)];
}

function readNew({ dmarc }: PartValue<"mail">): DmarcReading {
  const receiver = "RFC 9989";
  const found = discoverDmarc(dmarc);
  const none = { receiver, at: null, policy: null } as const;
  if (found.state === "unanswered") return { ...none, note: `no answer about ${found.name}` };
  if (found.state === "several") return { ...none, note: `${found.records.length} records, so none counts` };
  if (found.state === "missing") return { ...none, note: "no record" };
  const policy = appliedPolicy(found);
  const { record, isInherited, domain } = found;
  const notes = [
    ...(isInherited ? ["found by walking up"] : []),
    ...(record.isTesting ? [`in test mode, asks for ${record.p ?? "none"}`] : []),
    ...(record.sp ? [`names below: ${record.sp}`] : []),
    ...(record.np ? [`names that do not exist: ${record.np}`] : []),
    ...(policy === null ? ["not valid, so it does not count"] : []),
  ];
  return { receiver, at: domain, policy, note: notes.join("; ") };
}

function readOld({ domain, dmarc }: PartValue<"mail">): DmarcReading {
  const receiver = "RFC 7489";
  const none = { receiver, at: null, policy: null } as const;
  const own = dmarc[0] ? settle(dmarc[0]) : null;
  if (own?.state === "unanswered") return { ...none, note: `no answer about _dmarc.${domain}` };
  const texts = own?.state === "found" ? own.records.map(unescapeText).filter(isDmarcRecord) : [];
  const [text] = texts;
  if (text === undefined) return { ...none, note: "no record at the domain itself" };
  if (texts.length > 1) return { ...none, note: `${texts.length} records, so none counts` };
  const { policy, pct } = oldReading(parseDmarc(text));
  return { receiver, at: domain, policy, note: pct < 100 ? `for ${pct} % of the mail` : "" };
}
