import type { DnsQuestion } from "../observation.ts";
import type { DmarcRecord } from "./dmarc.ts";
import { isDmarcRecord, parseDmarc } from "./dmarc.ts";
import { settle } from "./dns-answers.ts";

export type DmarcDiscovery =
  | { state: "found"; domain: string; record: DmarcRecord; isInherited: boolean }
  | { state: "several"; domain: string; records: readonly string[] }
  | { state: "missing" }
  | { state: "unanswered"; name: string };

type Step = { domain: string; name: string; isAnswered: boolean; records: readonly string[] };

const QUERIES_MAX = 8;

/** The names to ask, nearest first, at most eight: a longer name jumps to its last seven labels (RFC 9989 §4.10). */
export function treeWalk(domain: string): string[] {
  const labels = domain.split(".");
  const parents = labels.slice(-QUERIES_MAX).map((_, index, last) => last.slice(index).join("."));
  return labels.length > QUERIES_MAX ? [domain, ...parents.slice(1)] : parents;
}

/** RFC 9989 §4.10: the domain's own record, else its organizational domain's by the tree walk. Nearest name first. */
export function discoverDmarc(questions: readonly DnsQuestion[]): DmarcDiscovery {
  const steps = questions.map(toStep);
  const [own, ...above] = steps;
  if (!own) return { state: "missing" };
  if (!own.isAnswered) return { state: "unanswered", name: own.name };
  if (own.records.length > 1) return { state: "several", domain: own.domain, records: own.records };
  const record = singleRecord(own);
  return record ? { state: "found", domain: own.domain, record, isInherited: false } : walk(own, above);
}

/** RFC 9989 §4.10.2: the domain as whose mail this one's counts; itself where no record says otherwise. */
export function organizationalDomain(questions: readonly DnsQuestion[]): string {
  const [own, ...above] = questions.map(toStep);
  if (!own) return "";
  const ownRecord = singleRecord(own);
  if (ownRecord && ownRecord.psd !== "u") return own.domain;
  let found = ownRecord ? own.domain : undefined;
  let below = own.domain;
  for (const step of above) {
    const record = singleRecord(step);
    if (record?.psd === "y") return below;
    if (record) found = step.domain;
    if (record?.psd === "n") break;
    below = step.domain;
  }
  return found ?? own.domain;
}

function walk(own: Step, above: readonly Step[]): DmarcDiscovery {
  let found: { domain: string; record: DmarcRecord } | undefined;
  let organizational = own.domain;
  for (const step of above) {
    if (!step.isAnswered) return { state: "unanswered", name: step.name };
    const record = singleRecord(step);
    // A public suffix's record applies only where the organizational domain, one label below it, has none.
    if (record?.psd === "y") found = found?.domain === organizational ? found : { domain: step.domain, record };
    else if (record) found = { domain: step.domain, record };
    if (record && record.psd !== "u") break;
    organizational = step.domain;
  }
  return found ? { state: "found", ...found, isInherited: true } : { state: "missing" };
}

function singleRecord(step: Step): DmarcRecord | undefined {
  const [text, ...more] = step.records;
  return text !== undefined && more.length === 0 ? parseDmarc(text) : undefined;
}

function toStep(question: DnsQuestion): Step {
  const settled = settle(question);
  return {
    domain: question.name.replace(/^_dmarc\./i, ""),
    name: question.name,
    isAnswered: settled.state !== "unanswered",
    records: settled.state === "found" ? settled.records.filter(isDmarcRecord) : [],
  };
}
