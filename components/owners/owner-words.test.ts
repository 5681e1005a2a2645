import { describe, expect, it } from "vitest";
import type { HandoverLinkView, OwnersView, ProviderRowView } from "#db/queries/owner-views.ts";
import { CRITICAL_KINDS } from "#lib/roadmap/records/owners-words.ts";
import { PROVIDER_KINDS } from "#lib/roadmap/records/types.ts";
import { ownersInWords } from "./owner-words.ts";

const AT = "2026-10-01T12:00:00.000Z";
const owner = (name: string, hasLeft = false) => ({ userId: name, name, contact: "", hasLeft });
const declared = (...owners: ReturnType<typeof owner>[]): ProviderRowView["declared"] => ({
  provider: "X",
  consoleUrl: null,
  consoleCheck: null,
  owners,
  breakGlass: "Codes in the safe.",
  testedAt: AT,
  testedBy: "Ana",
  updatedAt: AT,
});
const rows = (change: (kind: string) => Partial<ProviderRowView>): OwnersView["rows"] =>
  PROVIDER_KINDS.map((kind) => ({
    kind,
    isCritical: (CRITICAL_KINDS as readonly string[]).includes(kind),
    declared: null,
    observed: [],
    comparison: "not_observed",
    wayIn: "missing",
    missing: [],
    ...change(kind),
  }));
const link = (state: "broken" | "reachable"): HandoverLinkView => ({
  id: state,
  kind: "logs",
  title: "Logs",
  url: "https://logs.example/",
  owner: null,
  check: { state, status: 404, reason: "", at: AT },
});

describe("ownersInWords", () => {
  it("says that there is nothing", () => {
    expect(ownersInWords({ rows: rows(() => ({})), links: [] })).toBe("Nobody has written down yet who owns what.");
  });

  it("counts current owners, tested ways in, what is seen otherwise, and broken links", () => {
    const some = rows((kind) => {
      if (kind === "dns") return { declared: declared(owner("a"), owner("b")), wayIn: "fresh", comparison: "differs" };
      return kind === "email" ? { declared: declared(owner("a"), owner("b", true)), wayIn: "stale" } : {};
    });
    expect(ownersInWords({ rows: some, links: [link("broken"), link("reachable")] })).toBe(
      "1 of 7 has two owners; 1 of 5 critical ways in was tested lately; 1 provider is seen otherwise; 1 link is broken.",
    );
  });

  it("has words for none and all", () => {
    const all = rows(() => ({ declared: declared(owner("a"), owner("b")), wayIn: "fresh" }));
    expect(ownersInWords({ rows: all, links: [] })).toBe(
      "All 7 have two owners; all 5 critical ways in were tested lately.",
    );
    const none = rows(() => ({ declared: declared(owner("a")) }));
    expect(ownersInWords({ rows: none, links: [] })).toBe(
      "None of 7 have two owners; none of 5 critical ways in were tested lately.",
    );
  });
});
