import type { Observation } from "./observation.ts";

/** An address, perhaps with its port: a resolver of the operator. The servers of a zone are called by their names. */
const ADDRESS = /^(?:[\d.]+(?::\d+)?|\[[\da-f:.]+\](?::\d+)?|[\da-f]*:[\da-f:.]+)$/i;

/** The same, with "resolver 1", "resolver 2" for the resolvers that were asked, which are the operator's own business. */
export function nameResolvers(observation: Observation): Observation {
  const names = new Map<string, string>();
  const nameOf = (address: string) => {
    const name = names.get(address) ?? `resolver ${names.size + 1}`;
    names.set(address, name);
    return name;
  };

  function renamed(value: unknown, key?: string): unknown {
    if (typeof value === "string") return key === "resolver" && ADDRESS.test(value) ? nameOf(value) : value;
    if (Array.isArray(value)) return value.map((one) => renamed(one));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner, name)]));
  }
  return renamed(observation) as Observation;
}
