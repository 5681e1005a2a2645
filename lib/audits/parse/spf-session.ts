import { readClient, type SpfClient } from "./spf-address.ts";
import type { SpfAnswer, SpfQuestion, SpfSteps } from "./spf-steps.ts";

/** RFC 7208 §4.6.4: one more, and receivers answer permerror. */
export const SPF_LOOKUPS_MAX = 10;
export const SPF_VOIDS_MAX = 2;
export const SPF_NAMES_MAX = 10;

export type SpfRequest = {
  ip: string;
  /** What follows the @ of MAIL FROM, or the HELO name where MAIL FROM is empty. */
  domain: string;
  /** MAIL FROM; empty for a bounce. */
  sender: string;
  helo: string;
  /** `%{r}`: the name of the receiving host. */
  receiver?: string;
  /** `%{t}`: seconds since 1970. */
  unixTime?: number;
};

/** One evaluation: who asks, and what has been spent so far over all records. */
export type SpfSession = {
  client: SpfClient;
  request: SpfRequest;
  lookups: number;
  voids: number;
  /** `%{p}` by the domain for which it was found. */
  validated: Map<string, string>;
};

export class SpfError extends Error {
  readonly result: "permerror" | "temperror";

  constructor(result: "permerror" | "temperror", message: string) {
    super(message);
    this.result = result;
  }
}

export function openSession(request: SpfRequest): SpfSession {
  return { client: readClient(request.ip), request, lookups: 0, voids: 0, validated: new Map() };
}

/** Counts a term that costs a look-up, before its question is asked. */
export function spendLookup(session: SpfSession): void {
  session.lookups += 1;
  if (session.lookups > SPF_LOOKUPS_MAX) {
    throw new SpfError("permerror", `more than ${SPF_LOOKUPS_MAX} look-ups`);
  }
}

/** Counts a term whose question came to nothing. */
export function spendVoid(session: SpfSession): void {
  session.voids += 1;
  if (session.voids > SPF_VOIDS_MAX) throw new SpfError("permerror", `more than ${SPF_VOIDS_MAX} void look-ups`);
}

/** The records, none where there are none; a resolver that fails is a temperror. */
export function* askFor(name: string, type: SpfQuestion["type"]): SpfSteps<readonly string[]> {
  const answer: SpfAnswer = yield { name, type };
  if (answer.status === "nodata" || answer.status === "nxdomain") return [];
  if (answer.status !== "ok") throw new SpfError("temperror", `no answer about ${type} ${name}`);
  return answer.records;
}
