import { expect, it } from "vitest";
import type { SpfNode } from "#lib/audits/facts/mail-facts.ts";
import { spfRows } from "./spf-rows.ts";

const node = (domain: string, terms: SpfNode["terms"], state: SpfNode["state"] = "ok"): SpfNode => ({
  domain,
  via: "",
  record: "v=spf1",
  state,
  lookups: 0,
  lookupsBelow: 0,
  voids: 0,
  terms,
});

it("reads the tree as a receiver does and adds up the look-ups on the way", () => {
  const child = node("_spf.b.test", [{ text: "a:x.b.test", cost: 1, child: null }]);
  const root = node("a.test", [
    { text: "mx", cost: 1, child: null },
    { text: "include:_spf.b.test", cost: 1, child },
    { text: "include:gone.test", cost: 1, child: node("gone.test", [], "missing") },
    { text: "-all", cost: 0, child: null },
  ]);
  expect(spfRows(root).map(({ depth, text, total, fault }) => [depth, text, total, fault])).toEqual([
    [0, "mx", 1, null],
    [0, "include:_spf.b.test", 2, null],
    [1, "a:x.b.test", 3, null],
    [0, "include:gone.test", 4, "missing"],
    [0, "-all", 4, null],
  ]);
});

it("draws no more of a hostile tree than can be read", () => {
  const terms = Array.from({ length: 500 }, (_, place) => ({ text: `ip4:192.0.2.${place}`, cost: 0, child: null }));
  expect(spfRows(node("a.test", terms))).toHaveLength(200);
});
