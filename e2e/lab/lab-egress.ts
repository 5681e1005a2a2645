import { defaultEgressConfig, type EgressConfig, parseAllow } from "#lib/probes/config.ts";
import type { Lab } from "./start-lab.ts";

/** The product's defaults, with what an operator would set to audit the lab: its DNS, loopback and its authority. */
export function labEgress(lab: Pick<Lab, "dnsPorts" | "nameservers" | "caPem">) {
  return {
    ...defaultEgressConfig(),
    dns: { servers: lab.dnsPorts.map((port) => `127.0.0.1:${port}`), zones: {}, nameservers: lab.nameservers },
    allow: [parseAllow("127.0.0.0/8")],
    extraCa: [lab.caPem],
  } satisfies EgressConfig;
}
