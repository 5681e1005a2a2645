import type { DnsQuestion } from "../observation.ts";
import { type Settled, settle } from "./dns-answers.ts";
import { isQueryable, unescapeText } from "./dns-name.ts";
import {
  costsLookup,
  countDirectLookups,
  effectiveRedirect,
  hostOf,
  isSpfRecord,
  parseSpf,
  reachedTerms,
  type SpfTerm,
  type ValidSpf,
} from "./spf.ts";
import { hasMacro } from "./spf-macro.ts";
import type { SpfAnswer, SpfQuestion } from "./spf-steps.ts";
import { strangerName } from "./spf-stranger.ts";

/** One SPF record of the include tree. */
export type SpfNode = {
  /** The name whose TXT was read. */
  domain: string;
  /** The term that leads here, e.g. `include:_spf.example.net`; empty at the root. */
  via: string;
  record: string | null;
  state: "ok" | "missing" | "several" | "malformed" | "unanswered" | "loop" | "too_deep";
  /** Look-ups (RFC 7208 §4.6.4) of this record alone, and of it and everything below it. */
  lookups: number;
  lookupsBelow: number;
  /** Void look-ups of this record alone. */
  voids: number;
  /** The terms in their order, each with what it costs and, for an include or redirect, the record behind it. */
  terms: { text: string; cost: number; child: SpfNode | null }[];
};

const DEPTH_MAX = 12;
/** Records that include one another many times over would grow the tree without end; ten look-ups are long spent by then. */
const NODES_MAX = 100;

/** What was seen of the names that an SPF evaluation asks for. */
export type SpfMemory = (question: SpfQuestion) => Settled;

export function remember(questions: readonly DnsQuestion[]): SpfMemory {
  const known = new Map(questions.map((question) => [`${question.type} ${question.name}`, settle(question)]));
  return ({ name, type }) => known.get(`${type} ${name.toLowerCase()}`) ?? { state: "unanswered" };
}

/** As a receiver's resolver would answer; what was not asked is a failure of the resolver. */
export function answerFrom(memory: SpfMemory): (question: SpfQuestion) => SpfAnswer {
  return (question) => {
    const settled = memory(question);
    if (settled.state === "found") return { status: "ok", records: settled.records };
    return { status: settled.state === "unanswered" ? "servfail" : settled.state, records: [] };
  };
}

/** The whole tree of records behind a domain's SPF, with what each costs a receiver. */
export function spfTree(domain: string, memory: SpfMemory): SpfNode {
  return nodeOf(domain.toLowerCase(), "", { path: [], memory, spent: { nodes: 0 } });
}

type Walk = { path: readonly string[]; memory: SpfMemory; spent: { nodes: number } };

export function allNodes(node: SpfNode): SpfNode[] {
  return [node, ...node.terms.flatMap(({ child }) => (child ? allNodes(child) : []))];
}

function nodeOf(domain: string, via: string, walk: Walk): SpfNode {
  const { path, memory, spent } = walk;
  spent.nodes += 1;
  const empty = { domain, via, record: null, lookups: 0, lookupsBelow: 0, voids: 0, terms: [] };
  if (path.includes(domain)) return { ...empty, state: "loop" };
  if (path.length > DEPTH_MAX || spent.nodes > NODES_MAX) return { ...empty, state: "too_deep" };
  if (!isQueryable(domain)) return { ...empty, state: "missing" };
  const settled = memory({ name: domain, type: "TXT" });
  if (settled.state === "unanswered") return { ...empty, state: "unanswered" };
  const records = settled.state === "found" ? settled.records.map(unescapeText).filter(isSpfRecord) : [];
  const [text] = records;
  if (text === undefined) return { ...empty, state: "missing" };
  if (records.length > 1) return { ...empty, record: text, state: "several" };
  const record = parseSpf(text);
  if (!record.ok) return { ...empty, record: text, state: "malformed" };

  const behind = (term: string, spec: string) =>
    hasMacro(spec) ? null : nodeOf(strangerName(spec, domain), term, { ...walk, path: [...path, domain] });
  const terms = reachedTerms(record).map((term) => ({
    text: term.text,
    cost: costsLookup(term) ? 1 : 0,
    child: term.mechanism === "include" ? behind(term.text, term.value.slice(1)) : null,
  }));
  const redirect = effectiveRedirect(record);
  if (redirect !== null) {
    terms.push({ text: `redirect=${redirect}`, cost: 1, child: behind(`redirect=${redirect}`, redirect) });
  }
  const lookups = countDirectLookups(record);
  const below = terms.reduce((sum, { child }) => sum + (child?.lookupsBelow ?? 0), 0);
  const voids = voidTerms(record, domain, memory).length;
  return { ...empty, record: text, state: "ok", lookups, lookupsBelow: lookups + below, voids, terms };
}

/**
 * The terms that lead to nothing: for mail from IPv4 and IPv6 alike, or for mail from one of them. Those with macros depend
 * on the mail and are left out.
 */
export function voidTerms(
  record: ValidSpf,
  domain: string,
  memory: SpfMemory,
  families: readonly ("A" | "AAAA")[] = ["A", "AAAA"],
): SpfTerm[] {
  return reachedTerms(record).filter(({ mechanism, value }) => {
    const spec = mechanism === "exists" ? value.slice(1) : hostOf(value).spec;
    if (hasMacro(spec)) return false;
    const name = strangerName(spec, domain);
    const isVoid = (type: SpfQuestion["type"]) => /^(?:nodata|nxdomain)$/.test(memory({ name, type }).state);
    if (mechanism === "a") return families.every(isVoid);
    if (mechanism === "exists") return isVoid("A");
    return mechanism === "mx" && isVoid("MX");
  });
}
