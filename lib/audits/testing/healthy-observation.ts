import type { Observation, PartName, PartValue, TargetNotes } from "../observation.ts";
import { NO_NOTES, PART_NAMES } from "../observation.ts";
import { HEALTHY, HEALTHY_AT, HEALTHY_HEADERS } from "./healthy-values.ts";

/** Objects may be given in part; arrays and scalars replace what was there. */
type DeepPartial<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;
export type Changes = { [P in PartName]?: DeepPartial<PartValue<P>> };

/** A run before this one saw the certificate that this one took over from. */
const HEALTHY_NOTES: TargetNotes = {
  ...NO_NOTES,
  lastCertificate: {
    fingerprint256: "CC:DD",
    validTo: "2026-06-10T00:00:00.000Z",
    seenAt: "2026-04-28T12:00:00.000Z",
  },
};

/** An observation of https://example.com/ in which every rule passes, apart from the changes to the parts' values. */
export function healthyObservation(changes: Changes = {}, target: Partial<Observation["target"]> = {}): Observation {
  const parts = PART_NAMES.map((name) => {
    return [name, { state: "observed", at: HEALTHY_AT, ms: 12, value: merge(HEALTHY[name], changes[name]) }];
  });
  return structuredClone({
    version: 2,
    target: {
      url: "https://example.com/",
      host: "example.com",
      port: 443,
      domain: "example.com",
      notes: HEALTHY_NOTES,
      ...target,
    },
    startedAt: HEALTHY_AT,
    finishedAt: HEALTHY_AT,
    parts: Object.fromEntries(parts) as Observation["parts"],
  });
}

/** The healthy observation with whole parts replaced, e.g. by an unreachable one. */
export function observationWith(parts: Partial<Observation["parts"]>): Observation {
  const healthy = healthyObservation();
  return { ...healthy, parts: { ...healthy.parts, ...parts } };
}

/** The healthy page with one header's lines replaced; no value removes it. */
export function pageWithHeader(name: string, ...values: string[]): Changes {
  const others = HEALTHY_HEADERS.filter(([key]) => key !== name).map(([key, value]): [string, string] => [key, value]);
  const lines = values.map((value): [string, string] => [name, value]);
  return { page: { response: { headers: [...others, ...lines] } } };
}

function merge(base: unknown, change: unknown): unknown {
  if (change === undefined) return base;
  if (!isPlain(base) || !isPlain(change)) return change;
  const keys = new Set([...Object.keys(base), ...Object.keys(change)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(base[key], change[key])]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
