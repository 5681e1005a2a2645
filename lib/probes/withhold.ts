import type { DnsQuestion } from "#lib/audits/observation.ts";
import { judgeAddress } from "./egress/address-policy.ts";
import type { ProbeContext } from "./probe.ts";

const WITHHELD = "(not a public address)";

/** A resolver of the operator may know addresses that are nobody else's business. */
export function withholdPrivate(question: DnsQuestion, { target, egress }: ProbeContext): DnsQuestion {
  if (question.type !== "A" && question.type !== "AAAA") return question;
  const show = (address: string) => (judgeAddress(address, egress.config, target).allowed ? address : WITHHELD);
  return {
    ...question,
    answers: question.answers.map((answer) => ({ ...answer, records: answer.records.map(show) })),
  };
}
