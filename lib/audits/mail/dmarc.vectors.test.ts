import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { answered } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { dmarc } from "./dmarc.ts";

type Vector = {
  name: string;
  zone: Record<string, (string | string[])[]>;
  from_: string;
  expect: { result?: string; policy?: string; queries?: string[]; authorExists?: boolean };
};

const file = new URL("../../../../shared/vectors/dmarc/dmarc-rfc9989-vectors.json", import.meta.url);
const vectors: Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];

/** RFC 9989 §4.10: the name itself, then upwards; a long name goes on from its last seven labels. */
function walkNames(domain: string): string[] {
  const labels = domain.split(".");
  const above = labels.length > 8 ? labels.slice(-7) : labels.slice(1);
  return [domain, ...above.map((_, index) => above.slice(index).join("."))];
}

function judgeVector({ zone, from_ }: Vector) {
  const questions = walkNames(from_).map((name) => {
    const texts = (zone[`_dmarc.${name}`] ?? []).map((strings) => [strings].flat().join(""));
    return answered(`_dmarc.${name}`, "TXT", ...texts);
  });
  return judge(dmarc, healthyObservation({ mail: { domain: from_, dmarc: questions } }));
}

/** What a receiver would do, as outcome codes. */
const CODES = {
  nothing: ["missing", "several", "invalid"],
  watch: ["policy-none", "no-policy"],
  enforce: ["ok", "removed-tags", "subdomains-open"],
  test: ["testing"],
} as const;

function expected({ zone, expect: { result, policy } }: Vector): readonly string[] {
  if (result === "none") return CODES.nothing;
  if (
    Object.values(zone)
      .flat(2)
      .some((text) => /;\s*t=y/.test(text))
  )
    return CODES.test;
  if (policy !== undefined) return policy === "none" ? CODES.watch : CODES.enforce;
  return [...CODES.watch, ...CODES.enforce];
}

describe.skipIf(vectors.length === 0)("the RFC 9989 vectors", () => {
  // A policy for names that do not exist is never the policy of an audited domain.
  it.each(vectors.filter((vector) => vector.expect.authorExists !== false))("$name", (vector) => {
    const { code, summary } = judgeVector(vector);
    expect(expected(vector)).toContain(code);
    if (code === "ok" && vector.expect.policy) expect(summary).toContain(vector.expect.policy);
  });
});
