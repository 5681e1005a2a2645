import { isNoName, isNotServed, isPlain, startHost } from "../edge/redirect-chain.ts";
import {
  apiPlainAnswer,
  downgrade,
  endOf,
  HOPS_MAX,
  isBrokenVariant,
  isDeadAlias,
  isHostUp,
  isLoop,
  lostOnTheWay,
  moves,
  plainAnswer,
  temporaryMove,
} from "../edge/redirect-judge.ts";
import type { Judgeable } from "../evaluate.ts";
import type { RedirectChain, TargetFacts } from "../observation.ts";

export type RedirectHop = { url: string; status: number; location: string | null };
/** One start address of the matrix and where it leads. */
export type RedirectRow = {
  start: string;
  hops: RedirectHop[];
  final: string | null;
  verdict: "ok" | "fault" | "unseen";
  /** What is wrong or could not be seen, in a few words; empty when all is well. */
  note: string;
};

type Finding = Pick<RedirectRow, "verdict" | "note">;
type Matrix = { target: TargetFacts; chains: readonly RedirectChain[]; canonical: string | undefined };

/** Every start address with where it leads, judged by the same questions as the rules ask. */
export function redirectMatrix({ target, parts }: Judgeable): RedirectRow[] {
  if (parts.redirects?.state !== "observed") return [];
  const { chains } = parts.redirects.value;
  const matrix = { target, chains, canonical: canonicalHost(chains, target) };
  return chains.map((chain) => ({
    start: chain.start,
    hops: chain.hops.map(({ url, status, location }) => ({ url, status, location })),
    final: chain.final,
    ...findingOf(chain, matrix),
  }));
}

/** Where the target's own https address ends, else the first end that was seen. */
function canonicalHost(chains: readonly RedirectChain[], target: TargetFacts): string | undefined {
  const own = chains.filter((chain) => !isPlain(chain) && startHost(chain) === target.host);
  return [...own, ...chains].map(endOf).find((end) => end !== undefined);
}

const ok: Finding = { verdict: "ok", note: "" };
const fault = (note: string): Finding => ({ verdict: "fault", note });

function findingOf(chain: RedirectChain, matrix: Matrix): Finding {
  if (isDeadAlias(chain, matrix.chains, matrix.target.notes.aliases)) return fault("Nothing answers at this name");
  if (isNoName(chain)) return { verdict: "ok", note: "The name has no address" };
  if (matrix.target.notes.profile === "api") return apiFinding(chain, matrix);
  const wrong = wrongWith(chain, matrix);
  if (wrong !== null) return fault(wrong);
  if (isNotServed(chain)) return { verdict: "ok", note: "Nothing is served here" };
  return chain.error ? { verdict: "unseen", note: chain.error.reason } : ok;
}

/** The first thing that is wrong, worst first. */
function wrongWith(chain: RedirectChain, { target, chains, canonical }: Matrix): string | null {
  const plain = isPlain(chain) ? plainAnswer(chain, isHostUp(chain, chains)) : "ok";
  if (isLoop(chain)) return "Goes round in a circle";
  if (plain === "serves-plain") return "Answers over plain http";
  if (plain === "stays-plain") return "Redirects without leaving http";
  const down = downgrade(chain);
  if (down) return `Leaves https again for ${down.to.host}`;
  if (isBrokenVariant(chain, chains, target.host)) return "TLS does not work on the way";
  const end = endOf(chain);
  const endHost = chain.final === null ? undefined : URL.parse(chain.final)?.hostname;
  if (target.notes.profile === "alias" && endHost === target.host) return "Does not lead on to another host";
  if (end !== undefined && end !== canonical) return `Ends on ${end}, not on ${canonical}`;
  const lost = lostOnTheWay(chain);
  if (lost) return `Loses its ${lost.what} on the way`;
  if (plain === "other-host") return "Changes the host before it moves to https";
  const temporary = temporaryMove(chain);
  if (temporary) return `Moves with a temporary redirect (${temporary.status})`;
  const count = moves(chain).length;
  return count > HOPS_MAX ? `Takes ${count} moves; ${HOPS_MAX} are enough` : null;
}

const API_FAULTS = { serves: "Answers over plain http", redirects: "Redirects in place of refusing" } as const;

/** For an API only the plain answer of its own host counts. */
function apiFinding(chain: RedirectChain, { target, chains }: Matrix): Finding {
  if (!isPlain(chain) || startHost(chain) !== target.host)
    return chain.error ? { verdict: "unseen", note: chain.error.reason } : ok;
  const answer = apiPlainAnswer(chain, isHostUp(chain, chains));
  if (answer === "serves" || answer === "redirects") return fault(API_FAULTS[answer]);
  if (answer === "unseen") return { verdict: "unseen", note: chain.error?.reason ?? "The server broke down" };
  return { verdict: "ok", note: answer === "refused" ? "Refused" : "Nothing is served here" };
}
