import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REDIRECT_RULES } from "../edge/redirect-rules.ts";
import { evaluate } from "../evaluate.ts";
import { NO_NOTES, type Profile, type RedirectChain } from "../observation.ts";
import { healthyObservation, observationWith } from "../testing/healthy-observation.ts";
import { chainOf, HEALTHY } from "../testing/healthy-values.ts";
import { redirectMatrix } from "./redirect-matrix.ts";

const ROOT = "https://example.com/";
const WWW = "https://www.example.com/";
const PLAIN = "http://example.com/";

const observed = (profile: Profile, ...chains: RedirectChain[]) =>
  healthyObservation({ redirects: { chains } }, { notes: { ...NO_NOTES, profile } });
const broken = (start: string, step: "connect" | "dns" | "http" | "tls", code: string): RedirectChain => ({
  start,
  hops: [],
  final: null,
  error: { step, code, reason: "It broke." },
});
const secondRow = (chain: RedirectChain, profile: Profile = "page") => {
  const row = redirectMatrix(observed(profile, chainOf([ROOT]), chain))[1];
  return `${row?.verdict}: ${row?.note}`;
};

const PLACES = ["example.com", "www.example.com", "old.example"].flatMap((host) =>
  ["http:", "https:"].flatMap((scheme) => ["/", "/deep?x=1"].map((path) => `${scheme}//${host}${path}`)),
);
const STEP_OF = { nxdomain: "dns", refused: "connect", header_timeout: "http", tls_error: "tls" } as const;

describe("the redirect matrix", () => {
  it("has a row per start address, all well in a healthy one", () => {
    const rows = redirectMatrix(healthyObservation());
    expect(rows.map(({ start }) => start)).toEqual(HEALTHY.redirects.chains.map(({ start }) => start));
    expect(rows.filter(({ verdict, note }) => verdict !== "ok" || note !== "")).toEqual([]);
    expect(rows[1]?.hops).toEqual([
      { url: PLAIN, status: 308, location: ROOT },
      { url: ROOT, status: 200, location: null },
    ]);
  });

  it.each([
    ["fault: Goes round in a circle", chainOf([WWW, ROOT, WWW])],
    ["fault: Answers over plain http", chainOf([PLAIN])],
    ["fault: Redirects without leaving http", chainOf([PLAIN, "http://www.example.com/", ROOT])],
    ["fault: Leaves https again for app.example.com", chainOf([WWW, "http://app.example.com/", ROOT])],
    ["fault: TLS does not work on the way", broken(WWW, "tls", "tls_error")],
    ["fault: Ends on www.example.com, not on example.com", chainOf([WWW])],
    ["fault: Loses its path on the way", chainOf([`${WWW}deep`, ROOT])],
    ["fault: Loses its query on the way", chainOf([`${WWW}?x=1`, ROOT])],
    ["fault: Changes the host before it moves to https", chainOf(["http://www.example.com/", ROOT])],
    ["fault: Moves with a temporary redirect (302)", chainOf([WWW, ROOT], 302)],
    ["fault: Takes 3 moves; 2 are enough", chainOf([PLAIN, ROOT, WWW, ROOT.replace("//", "//a.")])],
    ["ok: Nothing is served here", broken(PLAIN, "connect", "refused")],
    ["ok: The name has no address", broken(WWW, "dns", "nxdomain")],
    ["unseen: It broke.", broken(WWW, "http", "header_timeout")],
  ])("says %s", (said, chain) => {
    const isLast = said.includes("moves");
    expect(isLast ? lastOfFour(chain) : secondRow(chain)).toBe(said);
  });

  it.each([
    ["fault: Redirects in place of refusing", chainOf([PLAIN, ROOT])],
    ["fault: Answers over plain http", chainOf([PLAIN])],
    ["ok: Nothing is served here", broken(PLAIN, "connect", "refused")],
    ["unseen: It broke.", broken(PLAIN, "http", "header_timeout")],
    ["ok: ", chainOf([WWW])],
  ])("says of an API %s", (said, chain) => {
    expect(secondRow(chain, "api")).toBe(said);
  });

  it("wants an alias to lead on", () => {
    const rows = redirectMatrix(observed("alias", chainOf([ROOT])));
    expect(rows[0]).toMatchObject({ verdict: "fault", note: "Does not lead on to another host" });
  });

  it("wants a noted alias to answer", () => {
    const gone = broken("https://old.example/", "dns", "nxdomain");
    const notes = { ...NO_NOTES, aliases: ["old.example"] };
    const rows = redirectMatrix(healthyObservation({ redirects: { chains: [chainOf([ROOT]), gone] } }, { notes }));
    expect(rows[1]).toMatchObject({ verdict: "fault", note: "Nothing answers at this name" });
  });

  it("has a fault exactly where a rule has one", () => {
    const place = fc.constantFrom(...PLACES);
    const chain = fc
      .tuple(fc.array(place, { minLength: 1, maxLength: 5 }), fc.constantFrom(301, 302, 308))
      .map(([urls, status]) => chainOf(urls, status));
    const dead = fc.tuple(place, fc.constantFrom("nxdomain", "refused", "header_timeout", "tls_error"));
    const none = dead.map(([start, code]) => broken(start, STEP_OF[code as keyof typeof STEP_OF], code));
    const chains = fc.array(fc.oneof(chain, none), { maxLength: 6 });
    const profile = fc.constantFrom("page", "api", "alias");
    fc.assert(
      fc.property(chains, profile, (others, kind) => {
        const observation = observed(kind, chainOf([ROOT]), chainOf([PLAIN, ROOT]), ...others);
        const rules = REDIRECT_RULES.filter(({ id }) => id !== "edge/old-urls");
        const tripped = evaluate(observation, rules).filter(({ verdict }) => /warn|fail/.test(verdict));
        const faulty = redirectMatrix(observation).filter(({ verdict }) => verdict === "fault");
        expect(faulty.length > 0, JSON.stringify({ kind, others, tripped, faulty })).toBe(tripped.length > 0);
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it("is empty where the redirects were not observed", () => {
    expect(redirectMatrix(observationWith({ redirects: { state: "not_attempted", reason: "No." } }))).toEqual([]);
  });
});

/** Three moves can only be told apart from a second origin when the canonical one is where they end. */
function lastOfFour(chain: RedirectChain): string {
  const end = chain.final ?? "";
  const row = redirectMatrix(observed("page", chainOf([ROOT, end]), chain))[1];
  return `${row?.verdict}: ${row?.note}`;
}
