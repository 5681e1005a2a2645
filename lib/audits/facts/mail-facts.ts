import { evaluateRule, type Judgeable } from "../evaluate.ts";
import { readDkimRows } from "../mail/dkim-rows.ts";
import { providersOf } from "../mail/providers.ts";
import { MAIL_RULES } from "../mail/rules.ts";
import type { PartValue } from "../observation.ts";
import type { DmarcPolicy } from "../parse/dmarc.ts";
import { settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";
import { parseMtaStsPolicy } from "../parse/mta-sts.ts";
import { readMx } from "../parse/mx.ts";
import { allNodes, remember, type SpfNode, spfTree } from "../parse/spf-tree.ts";
import { isTlsRptRecord } from "../parse/tls-rpt.ts";
import type { DnsRecord, Result } from "../types.ts";
import { readDmarc } from "./dmarc-readings.ts";

export type { SpfNode } from "../parse/spf-tree.ts";

/** How one kind of receiver reads the domain's DMARC. */
export type DmarcReading = {
  receiver: "RFC 9989" | "RFC 7489";
  /** Where the record that applies stands; null: none. */
  at: string | null;
  policy: DmarcPolicy | null;
  note: string;
};
export type DkimRow = {
  selector: string;
  /** Why this selector was asked for. */
  from: "given" | "provider" | "common";
  state: "found" | "revoked" | "broken" | "not_found" | "unanswered";
  key: string;
  note: string;
};
export type MailFacts = {
  domain: string;
  mx: string[];
  provider: string | null;
  spf: SpfNode | null;
  spfTotal: { lookups: number; voids: number } | null;
  dmarc: DmarcReading[];
  dkim: DkimRow[];
  mtaSts: { mode: string | null; note: string } | null;
  tlsRpt: { record: string | null; note: string } | null;
  /** The exact records that mend what is wrong. */
  publish: DnsRecord[];
};

type MailAuth = PartValue<"mailAuth">;

/** What the host page shows of a domain's mail; `null` where its mail records were not seen. */
export function mailFacts(observation: Judgeable): MailFacts | null {
  const { mail: mailPart, mailAuth: authPart } = observation.parts;
  if (mailPart?.state !== "observed") return null;
  const mail = mailPart.value;
  const auth = authPart?.state === "observed" ? authPart.value : null;
  const results = new Map<string, Result>(MAIL_RULES.map((rule) => [rule.id, evaluateRule(rule, observation)]));
  const say = (rule: (typeof MAIL_RULES)[number]["id"]) => results.get(rule)?.summary ?? "";
  const hosts = readMx(mail.mx).map(({ preference, host }) => `${preference} ${host === "" ? "." : host}`);
  const tree = auth && spfTree(mail.domain, remember([...auth.spf.questions, mail.txt]));
  const spfNames = tree ? allNodes(tree).map(({ domain }) => domain) : [];
  const providers = providersOf(auth?.mx.map(({ host }) => host) ?? [], spfNames).map(({ name }) => name);
  const publish = [...results.values()].flatMap((result) => result.publish);
  return {
    domain: mail.domain,
    mx: hosts,
    provider: providers.length > 0 ? providers.join(", ") : null,
    spf: tree,
    spfTotal: tree && {
      lookups: tree.lookupsBelow,
      voids: allNodes(tree).reduce((sum, { voids }) => sum + voids, 0),
    },
    dmarc: readDmarc(mail),
    dkim: auth ? dkimRows(auth) : [],
    mtaSts: auth && { mode: policyMode(auth), note: say("mail/mta-sts") },
    tlsRpt: auth && { record: reportRecord(auth), note: say("mail/tls-rpt") },
    publish: publish.filter((record, index) => publish.findIndex((other) => isSame(other, record)) === index),
  };
}

const SHOWN_AS = {
  ok: "found",
  weak: "found",
  testing: "found",
  several: "found",
  short: "broken",
  broken: "broken",
  revoked: "revoked",
  not_found: "not_found",
  unanswered: "unanswered",
} as const;

/** Guesses that found nothing say nothing, so they are left out once there is a key. */
function dkimRows(auth: MailAuth): DkimRow[] {
  const rows = readDkimRows(auth.dkim);
  const hasKey = rows.some(({ text }) => text !== "");
  return rows
    .filter(({ from, text }) => from === "given" || text !== "" || !hasKey)
    .map(({ selector, from, provider, state, text, note }) => ({
      selector,
      from,
      state: SHOWN_AS[state],
      key: text,
      note: note || (provider === null ? "" : `usual for ${provider}`),
    }));
}

function policyMode({ mtaSts: { policy } }: MailAuth): string | null {
  const parsed = policy?.state === "read" && policy.status === 200 ? parseMtaStsPolicy(policy.text) : null;
  return parsed?.ok ? parsed.mode : null;
}

function reportRecord({ tlsRpt }: MailAuth): string | null {
  const settled = settle(tlsRpt);
  return settled.state === "found" ? (settled.records.map(unescapeText).find(isTlsRptRecord) ?? null) : null;
}

function isSame(one: DnsRecord, other: DnsRecord): boolean {
  return one.name === other.name && one.type === other.type && one.value === other.value;
}
