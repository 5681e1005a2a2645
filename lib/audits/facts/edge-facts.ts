/** Which edge stands in front of a host, and what proves it. */
export type EdgeFacts = {
  /** Name of the edge, e.g. "Cloudflare"; null: none was recognised. */
  edge: string | null;
  proofs: { kind: "address" | "header" | "trace" | "cname" | "nameserver"; detail: string }[];
  /** Origins that were tried directly, and whether they answered for the host. */
  origins: { origin: string; result: "answers" | "refuses" | "unreachable" | "not_tried"; note: string }[];
  /** Static files fetched twice. */
  assets: {
    url: string;
    cacheControl: string | null;
    first: string;
    second: string;
    verdict: "ok" | "fault" | "unseen";
  }[];
};
