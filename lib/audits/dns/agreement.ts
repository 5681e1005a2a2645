import type { DnsQuestion } from "../observation.ts";
import { conclusiveAnswers } from "../parse/dns-answers.ts";

type Answer = DnsQuestion["answers"][number];

/** An answer's records in no order, without repetition and without regard to case. */
const recordSet = (records: readonly string[]) => [...new Set(records.map((record) => record.toLowerCase()))].sort();

/** Texts keep their case, and addresses of one name may be handed out in part: there, one in common is enough. */
function isSame(type: string, one: Answer, other: Answer): boolean {
  if (type === "TXT") return [...one.records].sort().join("\n") === [...other.records].sort().join("\n");
  const [left, right] = [recordSet(one.records), recordSet(other.records)];
  const isAddress = type === "A" || type === "AAAA";
  if (isAddress && left.length > 0 && right.length > 0) return left.some((record) => right.includes(record));
  return left.join("\n") === right.join("\n");
}

/** Whether all that answered conclusively gave the same; `true` where fewer than two did. */
export function agree(question: DnsQuestion): boolean {
  const answers = conclusiveAnswers(question);
  return answers.every((one) => answers.every((other) => isSame(question.type, one, other)));
}

/** Whether any conclusive answer to the one question is also given to the other; `true` where either has none. */
export function anyAgree(one: DnsQuestion, other: DnsQuestion): boolean {
  const [left, right] = [conclusiveAnswers(one), conclusiveAnswers(other)];
  if (left.length === 0 || right.length === 0) return true;
  return left.some((answer) => right.some((said) => isSame(one.type, answer, said)));
}
