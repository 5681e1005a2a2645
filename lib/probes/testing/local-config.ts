import { defaultEgressConfig, type EgressConfig, parseAllow } from "../config.ts";

/** The defaults, with loopback lifted as an operator would. */
export function localConfig(changes: Partial<EgressConfig> = {}): EgressConfig {
  return { ...defaultEgressConfig(), allow: [parseAllow("127.0.0.0/8")], ...changes };
}
