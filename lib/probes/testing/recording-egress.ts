import { defaultEgressConfig, type EgressConfig } from "../config.ts";
import { createEgress, type Egress } from "../egress/create-egress.ts";
import { LIMITS } from "../egress/limits.ts";
import { ProbeFailure } from "../egress/probe-failure.ts";
import { createResolver } from "../egress/resolver.ts";

/** Answers in turn; the last one stays. `null`: the name does not exist. */
export type Addresses = readonly (readonly string[] | null)[];

/** The real guard over names of the test's choice; nothing is connected, `dialled` shows what would have been. */
export function recordingEgress(
  names: Record<string, Addresses>,
  config: EgressConfig = defaultEgressConfig(),
): { egress: Egress; dialled: string[] } {
  const dialled: string[] = [];
  const asked = new Map<string, number>();
  const resolver = {
    ...createResolver(config, LIMITS),
    async addresses(host: string) {
      const turns = names[host] ?? [null];
      const turn = asked.get(host) ?? 0;
      asked.set(host, turn + 1);
      const answer = turns[Math.min(turn, turns.length - 1)];
      if (!answer) throw new ProbeFailure("dns", "nxdomain", "The name does not exist.");
      return [...answer];
    },
  };
  const dial = (address: string) => {
    dialled.push(address);
    return Promise.reject(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
  };
  return { egress: createEgress(config, new AbortController().signal, { resolver, dial }), dialled };
}
