import { describe, expect, it } from "vitest";
import { completeRecords, sampleOwner, sampleProvider } from "../testing/sample-records.ts";
import { daysAgo, NOW } from "../testing/samples.ts";
import { backupAccess, currentOwners } from "./owners.ts";
import { NO_RECORDS, type ProviderFact, type Records } from "./types.ts";

const withRow = (changes: Partial<ProviderFact>, rest: Partial<Records> = {}) => {
  const records = completeRecords(rest);
  return { ...records, providers: records.providers.map((row) => (row.kind === "dns" ? { ...row, ...changes } : row)) };
};
const read = (records: Records) => backupAccess(records, NOW);

describe("backupAccess", () => {
  it("says nothing where no critical row is written down", () => {
    expect(read(NO_RECORDS)).toBeNull();
    expect(read({ ...NO_RECORDS, providers: [sampleProvider("monitoring")] })).toBeNull();
  });

  it("is attested by five ways in that were tried, as of the oldest test", () => {
    expect(read(withRow({ testedAt: daysAgo(40) }))).toMatchObject({
      status: "attested",
      source: "attested",
      evidenceAt: daysAgo(40),
      isComplete: true,
      line: "All five tried, the oldest 40 days ago",
    });
  });

  it.each<[string, string, Partial<ProviderFact>, Partial<Records>]>([
    ["unknown", "DNS has no other way in written down", { breakGlass: " " }, {}],
    ["unknown", "DNS: nobody has tried the other way in", { testedAt: null }, {}],
    ["stale", "DNS: the other way in was last tried 91 days ago", { testedAt: daysAgo(91) }, {}],
    ["stale", "DNS: the other way in was last tried just now", { testedAt: daysAgo(-2) }, {}],
    ["failing", "DNS: none of its owners is a member any more", { owners: [sampleOwner("gone")] }, {}],
    ["warning", "DNS: gone is no longer a member", { owners: [sampleOwner("gone"), sampleOwner("ana")] }, {}],
    [
      "warning",
      "DNS is said to be Gandi, but NS ada.ns.cloudflare.com is of Cloudflare",
      { provider: "Gandi" },
      {
        observed: [
          { kind: "dns", provider: "Cloudflare", evidence: "NS ada.ns.cloudflare.com", observedAt: daysAgo(1) },
        ],
      },
    ],
  ])("is %s: %s", (status, line, changes, rest) => {
    expect(read(withRow(changes, rest))).toMatchObject({ status, line, isComplete: status === "warning" });
  });

  it("never passes partly filled, and counts what else is missing", () => {
    const one = { ...completeRecords(), providers: [sampleProvider("dns")] };
    expect(read(one)).toMatchObject({
      status: "unknown",
      isComplete: false,
      why: "Registrar is not written down, and three things more.",
    });
  });
});

it("counts each owner once, and nobody who has left", () => {
  const outside = { userId: null, name: "Cleo", contact: "cleo@example.test" };
  const owners = [sampleOwner("ana"), sampleOwner("ana"), sampleOwner("gone"), outside, { ...outside, name: " cleo" }];
  expect(currentOwners(owners, ["ana"])).toHaveLength(2);
});
