import { findBotRule, findEdge } from "../edge/edge-proofs.ts";
import { originResult } from "../edge/origin-result.ts";
import type { Observation } from "../observation.ts";

/** Which edge stands in front of a host, and what proves it. */
export type EdgeFacts = {
  /** Name of the edge, e.g. "Cloudflare"; null: none was recognised. */
  edge: string | null;
  proofs: { kind: "address" | "header" | "trace" | "cname" | "nameserver"; detail: string }[];
  /** Origins that were tried directly, and whether they answered for the host. */
  origins: { origin: string; result: "answers" | "refuses" | "unreachable" | "not_tried"; note: string }[];
  /** What shows that bots are told from people, in a few words; null: nothing was seen. */
  botRule: string | null;
  /** Static files fetched twice. */
  assets: {
    url: string;
    cacheControl: string | null;
    first: string;
    second: string;
    verdict: "ok" | "fault" | "unseen";
  }[];
};

type Looked = Pick<Observation, "target"> & { parts: Partial<Observation["parts"]> };

/** What one run saw of the edge; `null` where it did not look, or could not see. */
export function edgeFacts({ target, parts }: Looked): EdgeFacts | null {
  const part = parts.edge;
  if (part?.state !== "observed") return null;
  const { value: edge } = part;
  const found = findEdge(edge, target.host);
  return {
    edge: found && found.proofs.length > 1 ? found.edge : null,
    proofs: found?.proofs ?? [],
    origins: edge.origins.map((one) => ({ origin: one.origin, ...originResult(one, edge.front) })),
    botRule: findBotRule(edge.front.headers),
    assets: [],
  };
}
