import { describe, expect, it } from "vitest";
import { sharedVectors } from "#lib/probes/testing/shared-vectors.ts";
import type { DnsQuestion } from "../observation.ts";
import { parseDmarc } from "../parse/dmarc.ts";
import { judgeMessage } from "../parse/dmarc-message.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { answered } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { dmarc } from "./dmarc.ts";

type Vector = {
  name: string;
  zone: Record<string, (string | string[])[]>;
  from_: string;
  dkimDomains: string[];
  spfDomains: string[];
  expect: {
    result?: "none" | "pass" | "fail";
    policy?: string;
    domain?: string;
    queries?: string[];
    authorExists?: boolean;
    dkimAligned?: boolean;
    spfAligned?: boolean;
    warn?: "pct-removed";
  };
};

/** One of our own per kind, so that something is judged where the published ones are not at hand. */
const OWN: Vector[] = [
  {
    name: "own: aligned by the organizational domain",
    zone: { "_dmarc.example.org": ["v=DMARC1; p=reject; t=y"] },
    from_: "news.example.org",
    dkimDomains: ["example.org"],
    spfDomains: [],
    expect: {
      result: "pass",
      policy: "quarantine",
      queries: ["_dmarc.news.example.org", "_dmarc.example.org", "_dmarc.org"],
    },
  },
  {
    name: "own: np for a name that does not exist",
    zone: { "_dmarc.example.org": ["v=DMARC1; p=none; np=reject"] },
    from_: "gone.example.org",
    dkimDomains: [],
    spfDomains: ["other.example"],
    expect: { result: "fail", policy: "reject", authorExists: false },
  },
];
const published = sharedVectors<Vector[]>("dmarc/dmarc-rfc9989-vectors.json");
const vectors = [...OWN, ...(published ?? [])];

function textsAt({ zone }: Vector, name: string): string[] {
  return (zone[name] ?? []).map((strings) => [strings].flat().join(""));
}

describe("the RFC 9989 vectors", () => {
  it.each(vectors)("$name", (vector) => {
    const { from_, dkimDomains, spfDomains, expect: wanted } = vector;
    const asked: string[] = [];
    const lookUp = (name: string): DnsQuestion => {
      asked.push(name);
      return answered(name, "TXT", ...textsAt(vector, name));
    };
    const exists = wanted.authorExists ?? true;
    const got = judgeMessage({ from: from_, exists, dkim: dkimDomains, spf: spfDomains }, lookUp);
    if (wanted.result) expect(got.result).toBe(wanted.result);
    if (wanted.policy) expect(got.policy).toBe(wanted.policy);
    if (wanted.domain) expect(got.domain).toBe(wanted.domain);
    if (wanted.dkimAligned !== undefined) expect(got.isDkimAligned).toBe(wanted.dkimAligned);
    if (wanted.spfAligned !== undefined) expect(got.isSpfAligned).toBe(wanted.spfAligned);
    if (wanted.queries) expect(asked.slice(0, wanted.queries.length)).toEqual(wanted.queries);
    if (wanted.warn)
      expect(textsAt(vector, `_dmarc.${from_}`).flatMap((text) => parseDmarc(text).removedTags)).toEqual(["pct"]);

    // The rule says of the same records what the receiver does.
    const walked = asked.filter((name, index) => asked.indexOf(name) === index).map(lookUp);
    const { code } = judge(dmarc, healthyObservation({ mail: { domain: from_, dmarc: walked } }));
    if (got.result === "none") expect(["missing", "several", "invalid"]).toContain(code);
    else if (exists) expect(["missing", "several", "invalid"]).not.toContain(code);
  });

  it.runIf(published)("are 24", () => {
    expect(published).toHaveLength(24);
  });
});
