import ipaddr from "ipaddr.js";
import { EDGE_NETWORKS } from "../edge/edge-networks.ts";
import { isWithin } from "../edge/edge-proofs.ts";
import type { DnsQuestion } from "../observation.ts";
import { conclusiveAnswers } from "../parse/dns-answers.ts";

/**
 * Whether different answers are meant: all addresses are one edge's, which sends everybody to the nearest of its places,
 * or all are ones that the team expects. An answer without any address is never meant.
 */
export function isSpread(questions: readonly DnsQuestion[], expects: readonly string[]): boolean {
  const answers = questions.flatMap(conclusiveAnswers);
  const addresses = answers.flatMap(({ records }) => records);
  if (answers.some(({ records }) => records.length === 0) || !addresses.every((one) => ipaddr.isValid(one)))
    return false;
  const expected = new Set(expects.filter((one) => ipaddr.isValid(one)).map(canonical));
  if (addresses.every((one) => expected.has(canonical(one)))) return true;
  return EDGE_NETWORKS.some(({ edge }) => addresses.every((one) => isWithin(one, edge)));
}

const canonical = (address: string) => ipaddr.parse(address).toString();
