import type { DnsQuestion } from "#lib/audits/observation.ts";
import type { ProbeContext } from "./probe.ts";
import { withholdPrivate } from "./withhold.ts";

/** What mail records start with or hold: `v=…`, or a DKIM key without its version. */
const MAIL_TEXT = /^\s*v\s*=|(?:^|;)\s*[kp]\s*=/i;
const RECORDS_MAX = 20;
const RECORD_CHARS_MAX = 4096;

/**
 * An answer with nothing in it that is not about mail. The target's own records choose which names are asked for, so that
 * what a resolver of the operator knows of other names must not end up in the report, nor may it be without bounds.
 */
export function keepMailRecords(question: DnsQuestion, context: ProbeContext): DnsQuestion {
  const isText = question.type === "TXT";
  const answers = question.answers.map((answer) => ({
    ...answer,
    records: answer.records
      .filter((record) => !isText || MAIL_TEXT.test(record))
      .slice(0, RECORDS_MAX)
      .map((record) => record.slice(0, RECORD_CHARS_MAX)),
  }));
  return withholdPrivate({ ...question, answers }, context);
}
