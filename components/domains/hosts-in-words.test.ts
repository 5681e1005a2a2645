import { describe, expect, it } from "vitest";
import type { Area, AreaCell, HostRow } from "#db/queries/domain-views.ts";
import type { Verdict } from "#lib/audits/types.ts";
import { AREA_LIST } from "./area-words.ts";
import { hostInWords, hostsInWords } from "./hosts-in-words.ts";

const cell = (verdict: Verdict | null): AreaCell => ({ now: verdict && { verdict, open: 0 }, before: null });

function row(host: string, areas: Partial<Record<Area, Verdict | null>> = {}): HostRow {
  const cells = AREA_LIST.map((area): [Area, AreaCell] => [
    area,
    cell(areas[area] === undefined ? "pass" : areas[area]),
  ]);
  return {
    targetId: host,
    url: `https://${host}/`,
    host,
    profile: "page",
    environment: "production",
    areas: Object.fromEntries(cells) as Record<Area, AreaCell>,
    observedAt: null,
  };
}

const unseen = (host: string) => row(host, Object.fromEntries(AREA_LIST.map((area) => [area, null])));

const dark = (host: string) => row(host, Object.fromEntries(AREA_LIST.map((area) => [area, "error"])));

describe("hostsInWords", () => {
  it.each([
    ["no host", [], "There is no address to look at yet."],
    ["nothing seen", [unseen("a.test")], "Nobody has looked at the address yet."],
    ["one good host", [row("a.test")], "a.test is in order."],
    ["all good", [row("a.test"), row("b.test")], "All 2 hosts are in order."],
    [
      "one fault",
      [row("a.test", { mail: "fail" }), row("b.test"), row("c.test")],
      "2 of 3 hosts are in order; mail of a.test fails.",
    ],
    [
      "the worst first",
      [row("a.test", { dns: "warn", headers: "warn", tls: "fail" })],
      "a.test is not in order yet: TLS fails; DNS and headers have warnings.",
    ],
    [
      "the worst of several hosts first",
      [row("a.test", { dns: "warn" }), row("b.test", { redirects: "fail", mail: "warn" })],
      "None of 2 hosts is in order; redirects of b.test fail, mail has warnings; DNS of a.test has warnings.",
    ],
    [
      "more hosts than a sentence holds",
      ["a", "b", "c"].map((name) => row(`${name}.test`, { mail: "fail", dns: "fail" })),
      "None of 3 hosts is in order; DNS and mail of a.test fail; DNS and mail of b.test fail; 1 more has something open.",
    ],
    [
      "a host that could not be seen in full",
      [row("a.test", { edge: "inconclusive" })],
      "a.test shows no fault, but edge could not be seen in full.",
    ],
    [
      "several of them",
      [row("a.test", { edge: "inconclusive" }), row("b.test")],
      "All 2 hosts are in order, as far as could be seen.",
    ],
    ["a host that answered nothing", [dark("a.test")], "a.test could not be seen."],
    [
      "one of two that answered nothing",
      [row("a.test"), dark("b.test")],
      "1 of 2 hosts is in order; 1 could not be seen.",
    ],
    ["a host without a run", [row("a.test"), unseen("b.test")], "1 of 2 hosts is in order; 1 was not looked at yet."],
  ] as const)("says it for %s", (_, hosts, text) => {
    expect(hostsInWords(hosts)).toBe(text);
  });
});

it("says of one host which areas are open", () => {
  expect(hostInWords(row("a.test", { headers: "fail", mail: "fail", dns: "warn" }))).toBe(
    "Headers and mail fail; DNS has warnings.",
  );
  expect(hostInWords(row("a.test"))).toBe("It is in order.");
});
