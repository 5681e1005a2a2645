import fc from "fast-check";
import { expect, it } from "vitest";
import type { Decision } from "../status.ts";
import { completeRecords, MEMBERS, sampleOwner } from "../testing/sample-records.ts";
import { daysAgo, NOW } from "../testing/samples.ts";
import { handoverReview } from "./links.ts";
import { backupAccess } from "./owners.ts";
import { CRITICAL_KINDS } from "./owners-words.ts";
import type { Records } from "./types.ts";

const RANKS = ["failing", "unknown", "stale", "warning", "attested"];
const rank = (decision: Decision | null) => RANKS.indexOf(decision?.status ?? "unknown");

type Change = (records: Records) => Records;
const place = fc.nat({ max: 4 });
const onProvider =
  (at: number, change: (row: Records["providers"][number]) => Records["providers"][number]): Change =>
  (records) => ({ ...records, providers: records.providers.map((row, index) => (index === at ? change(row) : row)) });
const onLink =
  (at: number, change: (link: Records["links"][number]) => Records["links"][number]): Change =>
  (records) => ({ ...records, links: records.links.map((link, index) => (index === at ? change(link) : link)) });

/** Each makes the world worse in one way; none only takes away what was wrong before. */
const fault: fc.Arbitrary<Change> = fc.oneof(
  place.map((at) => onProvider(at, (row) => ({ ...row, breakGlass: "", testedAt: null }))),
  place.map((at) => onProvider(at, (row) => ({ ...row, testedAt: null }))),
  place.map((at) => onProvider(at, (row) => ({ ...row, testedAt: row.testedAt && daysAgo(200) }))),
  place.map((at) => onProvider(at, (row) => ({ ...row, console: { state: "broken", at: daysAgo(1) } }))),
  place.map((at) => onProvider(at, (row) => ({ ...row, owners: [...row.owners.slice(1), sampleOwner("gone")] }))),
  place.map((at) => onLink(at, (link) => ({ ...link, check: { state: "broken", at: daysAgo(1) } }))),
  place.map(
    (at): Change =>
      (records) => ({
        ...records,
        observed: [
          ...records.observed,
          { kind: CRITICAL_KINDS[at] ?? "dns", provider: "Somebody Else", evidence: "NS x", observedAt: daysAgo(1) },
        ],
      }),
  ),
  fc.constant<Change>((records) => ({ ...records, memberIds: records.memberIds.slice(1) })),
  fc.constant<Change>((records) => ({ ...records, runbooks: [] })),
);

it("one more fault never makes either check better", () => {
  fc.assert(
    fc.property(fc.array(fault, { maxLength: 8 }), fault, (before, more) => {
      const worse = before.reduce((records, change) => change(records), completeRecords());
      const worst = more(worse);
      for (const read of [backupAccess, handoverReview]) {
        expect(rank(read(worst, NOW))).toBeLessThanOrEqual(rank(read(worse, NOW)));
      }
    }),
    { numRuns: 2_000 },
  );
});

it("only what is complete is attested", () => {
  expect(rank(backupAccess(completeRecords(), NOW))).toBe(4);
  fc.assert(
    fc.property(fc.subarray([...CRITICAL_KINDS], { maxLength: 4 }), (kinds) => {
      const all = completeRecords({ memberIds: MEMBERS });
      const some = { ...all, providers: all.providers.filter(({ kind }) => kinds.some((one) => one === kind)) };
      expect(rank(backupAccess(some, NOW))).toBe(1);
      expect(rank(handoverReview(some, NOW))).toBe(1);
    }),
  );
});
