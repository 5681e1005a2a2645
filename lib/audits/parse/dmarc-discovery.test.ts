import { expect, it } from "vitest";
import { treeWalk } from "./dmarc-discovery.ts";

it("walks from the domain to the last label", () => {
  expect(treeWalk("a.example.com")).toEqual(["a.example.com", "example.com", "com"]);
});

it("asks at most eight names: a long one, then its last seven labels and up", () => {
  expect(treeWalk("a.b.c.d.e.f.g.h.i.example.com")).toEqual([
    "a.b.c.d.e.f.g.h.i.example.com",
    "e.f.g.h.i.example.com",
    "f.g.h.i.example.com",
    "g.h.i.example.com",
    "h.i.example.com",
    "i.example.com",
    "example.com",
    "com",
  ]);
});
