import { expect, it } from "vitest";
import { startsOf } from "./redirects.ts";

const hostsOf = (url: string) => {
  const { hostname, href } = new URL(url);
  return [...new Set(startsOf(hostname, new URL(href)).map((start) => new URL(start).origin))];
};

it.each([
  [
    "https://example.com/x",
    ["http://example.com", "https://example.com", "http://www.example.com", "https://www.example.com"],
  ],
  [
    "http://www.example.com/",
    ["http://example.com", "https://example.com", "http://www.example.com", "https://www.example.com"],
  ],
  ["https://app.example.com/", ["http://app.example.com", "https://app.example.com"]],
  ["https://shop.vercel.app/", ["http://shop.vercel.app", "https://shop.vercel.app"]],
  [
    "https://example.com:8443/",
    [
      "http://example.com:8443",
      "https://example.com:8443",
      "http://www.example.com:8443",
      "https://www.example.com:8443",
    ],
  ],
  ["http://127.0.0.1:8080/", ["http://127.0.0.1:8080", "https://127.0.0.1:8080"]],
])("a visitor of %s may start at %j", (url, origins) => {
  expect(hostsOf(url)).toEqual(origins);
});

it("starts at the front page and deep inside, with a query", () => {
  expect(startsOf("app.example.com", new URL("https://app.example.com/x?y"))).toEqual([
    "http://app.example.com/",
    "http://app.example.com/launch-ready/probe?from=audit&keep=path",
    "https://app.example.com/",
    "https://app.example.com/launch-ready/probe?from=audit&keep=path",
  ]);
});

it("starts at the noted aliases too, each once", () => {
  const aliases = ["old.example", "www.example.com", "not a name"];
  const starts = startsOf("example.com", new URL("https://example.com/"), aliases);
  expect(starts.filter((start) => start.includes("old.example"))).toHaveLength(4);
  expect(starts).toHaveLength(12);
});
