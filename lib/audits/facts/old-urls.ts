import { HAS_NO_ADDRESS, PERMANENT, redirectsOf } from "../edge/redirect-chain.ts";
import { isLoop } from "../edge/redirect-judge.ts";
import type { Judgeable } from "../evaluate.ts";
import type { RedirectChain } from "../observation.ts";
import type { RedirectHop } from "./redirect-matrix.ts";

/** An old address, where it must lead, and where it was seen to lead. */
export type OldUrlRow = {
  from: string;
  to: string;
  verdict: "ok" | "fault" | "unseen" | "not_run";
  /** What is wrong, as the rule calls it. */
  fault?: OldUrlFault | null | undefined;
  /** In a few words, e.g. "leads to /new?x, not to /new"; empty when all is well. */
  note: string;
  status: number | null;
  final: string | null;
  hops: RedirectHop[];
};
export type OldUrlFault = "loop" | "gone" | "wrong-place" | "temporary" | "too-many-hops";

/** The bar of the check: arrived at once, or after one stop in between. */
const HOPS_MAX = 2;

type Listed = { from: string; to: string };

/** A row per old address on the list; those that were not followed yet are `not_run`. */
export function oldUrlRows({ target, parts }: Judgeable): OldUrlRow[] {
  const items = parts.oldUrls?.state === "observed" ? parts.oldUrls.value.items : [];
  const seen = new Map(items.map((item) => [keyOf(item), item.chain]));
  return target.notes.oldUrls.map((listed) => judgeOldUrl(listed, seen.get(keyOf(listed)) ?? null));
}

const keyOf = ({ from, to }: Listed) => JSON.stringify([from, to]);

/** `chain`: where the old address was seen to lead; `null`: nobody looked. */
export function judgeOldUrl({ from, to }: Listed, chain: RedirectChain | null): OldUrlRow {
  const nothing = { from, to, note: "", status: null, final: null, hops: [] };
  if (chain === null) return { ...nothing, verdict: "not_run", note: "Not looked at yet" };
  const hops = chain.hops.map(({ url, status, location }) => ({ url, status, location }));
  const seen = { ...nothing, status: hops.at(-1)?.status ?? null, final: chain.final, hops };
  const found = faultOf(chain, to);
  if (found) return { ...seen, verdict: "fault", ...found };
  if (chain.error) return { ...seen, verdict: "unseen", note: chain.error.reason };
  return { ...seen, verdict: "ok" };
}

function faultOf(chain: RedirectChain, to: string): { fault: OldUrlFault; note: string } | null {
  if (isLoop(chain)) return { fault: "loop", note: "goes round in a circle" };
  if (chain.error && HAS_NO_ADDRESS.has(chain.error.code))
    return { fault: "gone", note: "leads to a name that has no address" };
  if (chain.error || chain.final === null) return null;
  const status = chain.hops.at(-1)?.status ?? 0;
  const wanted = URL.parse(to, chain.start)?.href ?? to;
  if (status === 404 || status === 410) return { fault: "gone", note: `ends with ${status} at ${chain.final}` };
  if (!isSamePlace(chain.final, wanted))
    return { fault: "wrong-place", note: `leads to ${chain.final}, not to ${wanted}` };
  if (status < 200 || status > 299) return { fault: "gone", note: `ends with ${status} at ${chain.final}` };
  const moves = redirectsOf(chain);
  const temporary = moves.find((move) => !PERMANENT.has(move.status));
  if (temporary) return { fault: "temporary", note: `moves with a temporary redirect (${temporary.status})` };
  if (moves.length > HOPS_MAX) return { fault: "too-many-hops", note: `takes ${moves.length} redirects` };
  return null;
}

/** The same address but for a fragment, which servers never see, and a slash at the end of the path. */
function isSamePlace(one: string, other: string): boolean {
  return normalised(one) === normalised(other);
}

function normalised(text: string): string {
  const url = URL.parse(text);
  if (!url) return text;
  url.hash = "";
  return `${url.origin}${url.pathname.replace(/\/$/, "")}${url.search}`;
}
