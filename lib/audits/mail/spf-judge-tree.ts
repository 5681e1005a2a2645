import { effectiveRedirect, parseSpf, passesEveryone, type ValidSpf } from "../parse/spf.ts";
import { checkHost } from "../parse/spf-check.ts";
import { SPF_LOOKUPS_MAX, SPF_VOIDS_MAX } from "../parse/spf-session.ts";
import { replaySteps } from "../parse/spf-steps.ts";
import { STRANGERS, strangerRequest } from "../parse/spf-stranger.ts";
import { allNodes, answerFrom, type SpfMemory, type SpfNode, spfTree, voidTerms } from "../parse/spf-tree.ts";
import { outcome } from "../rule.ts";
import type { Evidence } from "../types.ts";
import { flattenedSpf, spfWithout, withAddresses } from "./spf-publish.ts";

/** What a valid record comes to with all that stands behind it. */
export function judgeTree(domain: string, text: string, record: ValidSpf, memory: SpfMemory) {
  const tree = spfTree(domain, memory);
  const nodes = allNodes(tree);
  const evidence = nodes.map(nodeEvidence);
  const facts = { domain };

  const everyone = passesEveryone(record);
  if (everyone) {
    const publish = spfWithout(domain, text, (word) => word === everyone.text);
    return outcome("pass-all", { ...facts, term: everyone.text }, evidence, publish);
  }
  const open = strangerPath(domain, memory);
  if (open) {
    const publish = spfWithout(domain, text, (word) => word === open[0]);
    return outcome("lets-strangers", { ...facts, path: open.join(" → ") }, evidence, publish);
  }
  for (const [code, states] of BROKEN) {
    const node = nodes.find(({ state }) => states.includes(state));
    if (!node) continue;
    const [first] = pathTo(tree, node);
    const publish = first ? spfWithout(domain, text, (word) => word === first) : [];
    return outcome(code, { ...facts, name: node.domain, via: node.via }, evidence, publish);
  }
  const voids = nodes.reduce((sum, node) => sum + node.voids, 0);
  const lookups = tree.lookupsBelow;
  const counted = { ...facts, lookups: String(lookups), voids: String(voids), records: String(nodes.length) };
  if (lookups > SPF_LOOKUPS_MAX) {
    return outcome("too-many-lookups", counted, evidence, flattenedSpf(domain, tree));
  }
  if (voids > SPF_VOIDS_MAX) {
    const empty = new Set(voidTerms(record, domain, memory).map((term) => term.text));
    const publish = empty.size > 0 ? spfWithout(domain, text, (word) => empty.has(word), true) : [];
    return outcome("too-many-voids", counted, evidence, publish);
  }
  const family = FAMILIES.find(({ type }) => voidsFor(type, nodes, memory).length > SPF_VOIDS_MAX);
  if (family) {
    const hosts = voidsFor(family.type, nodes, memory);
    const seen = { ...facts, family: family.name, hosts: hosts.join(", ") };
    return outcome("one-family", seen, evidence, withAddresses(domain, text, memory));
  }
  const unseen = nodes.find(({ state }) => state === "unanswered" || state === "too_deep");
  if (unseen) return outcome("tree-unanswered", { ...facts, name: unseen.domain }, evidence);
  const ending = endingOf(tree);
  if (ending === null)
    return outcome(
      "no-all",
      facts,
      evidence,
      spfWithout(domain, text, () => false),
    );
  if (ending.startsWith("?")) return outcome("neutral", facts, evidence, spfWithout(domain, text, isNeutralAll));
  if (record.terms.some(({ mechanism }) => mechanism === "ptr")) {
    return outcome(
      "ptr",
      facts,
      evidence,
      spfWithout(domain, text, (word) => /^[-+~?]?ptr(?::|$)/i.test(word)),
    );
  }
  if (/^v=spf1 +-all *$/i.test(text)) return outcome("closed", facts, evidence);
  return outcome("ok", { ...counted, ending }, evidence);
}

/** What makes receivers answer permerror, each with the states of a record in the tree that show it. */
const BROKEN: readonly (readonly ["loop" | "include-missing" | "include-broken", readonly SpfNode["state"][]])[] = [
  ["loop", ["loop"]],
  ["include-missing", ["missing"]],
  ["include-broken", ["several", "malformed"]],
];

const FAMILIES = [
  { type: "A", name: "IPv4" },
  { type: "AAAA", name: "IPv6" },
] as const;

/** The terms of the whole tree that lead to nothing for mail from one kind of address. */
function voidsFor(type: "A" | "AAAA", nodes: readonly SpfNode[], memory: SpfMemory): string[] {
  return nodes.flatMap((node) => {
    const record = node.record === null ? undefined : parseSpf(node.record);
    if (node.state !== "ok" || !record?.ok) return [];
    return voidTerms(record, node.domain, memory, [type]).map(({ text }) => text);
  });
}

const isNeutralAll = (word: string) => /^\?all$/i.test(word);

function nodeEvidence({ domain, via, record, state, lookups, voids }: SpfNode): Evidence {
  const cost = state === "ok" ? `${lookups} look-ups, ${voids} void` : state.replace("_", " ");
  return { label: via === "" ? `TXT ${domain}` : `${via} (${cost})`, value: record ?? state.replace("_", " ") };
}

/** By which terms a stranger's mail would pass; `null`: none of ours does. */
function strangerPath(domain: string, memory: SpfMemory): readonly string[] | null {
  for (const ip of STRANGERS) {
    const { result, by } = replaySteps(checkHost(strangerRequest(domain, ip)), answerFrom(memory));
    if (result === "pass") return by;
  }
  return null;
}

/** The terms that lead from the root down to a record. */
function pathTo(root: SpfNode, wanted: SpfNode): string[] {
  for (const { text, child } of root.terms) {
    if (child === wanted) return [text];
    const below = child ? pathTo(child, wanted) : [];
    if (below.length > 0) return [text, ...below];
  }
  return [];
}

/** The `all` that decides about strangers, its redirects followed; `null` where there is none. */
function endingOf(node: SpfNode): string | null {
  const record = node.record === null ? undefined : parseSpf(node.record);
  if (!record?.ok) return null;
  const all = record.terms.find(({ mechanism }) => mechanism === "all");
  if (all) return all.text;
  const redirect = effectiveRedirect(record);
  const last = node.terms.at(-1);
  if (redirect === null || !last) return null;
  return last.child ? endingOf(last.child) : last.text;
}
