import type { PartValue } from "../observation.ts";

type Certificate = PartValue<"tls">["chain"][number];

/** The way up from the leaf within what was sent, by names. */
export function pathOf(chain: readonly Certificate[]): Certificate[] {
  const path = chain.slice(0, 1);
  for (let top = path[0]; top && !top.selfIssued && path.length < chain.length; ) {
    const { issuer } = top;
    const next = chain.find((one) => one.subject === issuer && !path.includes(one));
    if (next) path.push(next);
    top = next;
  }
  return path;
}

/**
 * Whether each certificate certifies the one before it (RFC 5246 §7.4.2). `misordered`: all of them belong to the way,
 * but stand in another order. `stray`: one is not on the way. Cross-signed twins of one on the way may come too.
 */
export function judgeOrder(chain: readonly Certificate[]): "ok" | "misordered" | { stray: Certificate } {
  const path = pathOf(chain);
  const subjects = new Set(path.map(({ subject }) => subject));
  const stray = chain.find((one) => !subjects.has(one.subject));
  if (stray) return { stray };
  const depths = chain.map((one) => path.findIndex(({ subject }) => subject === one.subject));
  return depths.every((depth, index) => depth >= (depths[index - 1] ?? 0)) ? "ok" : "misordered";
}
