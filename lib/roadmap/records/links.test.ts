import { describe, expect, it } from "vitest";
import { completeRecords, sampleLink, sampleOwner, sampleProvider } from "../testing/sample-records.ts";
import { daysAgo, NOW } from "../testing/samples.ts";
import { handoverReview } from "./links.ts";
import { type LinkFact, NO_RECORDS, type Records } from "./types.ts";

const withLogs = (check: LinkFact["check"]): Records => {
  const records = completeRecords();
  return { ...records, links: records.links.map((link) => (link.kind === "logs" ? { ...link, check } : link)) };
};
const withOwners = (...ids: string[]): Records => {
  const records = completeRecords();
  const owners = ids.map(sampleOwner);
  return { ...records, providers: records.providers.map((row) => (row.kind === "hosting" ? { ...row, owners } : row)) };
};

describe("handoverReview", () => {
  it("says nothing where nothing is written down", () => {
    expect(handoverReview(NO_RECORDS, NOW)).toBeNull();
  });

  it("is attested when all of it is there, as of the oldest check", () => {
    expect(handoverReview(withLogs({ state: "reachable", at: daysAgo(29) }), NOW)).toMatchObject({
      status: "attested",
      evidenceAt: daysAgo(29),
      isComplete: true,
    });
  });

  const withConsole = () => {
    const [first, ...others] = completeRecords().providers;
    const broken = first && { ...first, console: { state: "broken" as const, at: daysAgo(1) } };
    return completeRecords({ providers: [...(broken ? [broken] : []), ...others] });
  };

  it.each<[string, string, Records]>([
    ["unknown", "The link “The logs” waits for its first check", withLogs(null)],
    ["failing", "The link “The logs” is broken", withLogs({ state: "broken", at: daysAgo(1) })],
    ["unknown", "The link “The logs” could not be reached", withLogs({ state: "unreachable", at: daysAgo(1) })],
    ["unknown", "No link of the kind “logs” could be looked at", withLogs({ state: "not_checked", at: daysAgo(1) })],
    ["stale", "The link “The logs” was last reached 31 days ago", withLogs({ state: "reachable", at: daysAgo(31) })],
    ["failing", "The console of Registrar is broken", withConsole()],
    ["failing", "Hosting has one owner only, ana", withOwners("ana")],
    ["failing", "Hosting has one owner only, ana", withOwners("ana", "gone")],
    ["failing", "Hosting: none of its owners is a member any more", withOwners("gone")],
    ["warning", "Hosting: gone is no longer a member", withOwners("ana", "ben", "gone")],
    ["unknown", "Hosting has no owner", withOwners()],
    ["unknown", "There is no link of the kind “domain”", completeRecords({ links: [] })],
    ["unknown", "There is no runbook for deploying", completeRecords({ runbooks: [] })],
    ["unknown", "Registrar is not written down", completeRecords({ providers: [sampleProvider("dns")] })],
  ])("is %s: %s", (status, line, records) => {
    expect(handoverReview(records, NOW)).toMatchObject({ status, line, isComplete: status === "warning" });
  });

  it("is warned of, and not held up by, an internal link beside one that was reached", () => {
    const records = completeRecords();
    const inside = sampleLink("logs", { title: "Inside", check: { state: "not_checked", at: daysAgo(1) } });
    expect(handoverReview({ ...records, links: [...records.links, inside] }, NOW)).toMatchObject({
      status: "warning",
      line: "The link “Inside” was not looked at",
    });
  });
});
