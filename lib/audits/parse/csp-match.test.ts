import { describe, expect, it } from "vitest";
import { sourceMatches } from "./csp-match.ts";
import { parseCspSource } from "./csp-source.ts";

const SELF = new URL("https://example.com/");
const matches = (source: string, url: string, self = SELF) => sourceMatches(parseCspSource(source), new URL(url), self);

describe("a source expression", () => {
  it.each([
    ["*", "https://a.example/x.js"],
    ["*", "http://a.example/"],
    ["https:", "https://a.example/"],
    ["http:", "https://a.example/"],
    ["wss:", "https://a.example/"],
    ["DATA:", "data:text/plain,"],
    ["'self'", "https://example.com/x"],
    ["'SELF'", "https://example.com/x"],
    ["a.example", "https://a.example/"],
    ["A.Example", "https://a.example/"],
    ["http://a.example", "https://a.example/"],
    ["https://a.example:443", "https://a.example/"],
    ["http://a.example:80", "https://a.example/"],
    ["a.example:*", "https://a.example:8443/"],
    ["*.a.example", "https://b.c.a.example/"],
    ["https://*:8443", "https://a.example:8443/"],
    ["a.example/js/", "https://a.example/js/x/y.js"],
    ["a.example/x.js", "https://a.example/x.js?v=2"],
    ["a.example/%78.js", "https://a.example/x.js"],
    ["a.example/", "https://a.example/anything"],
    ["127.0.0.1", "https://127.0.0.1/"],
    ["under_score.example", "https://under_score.example/"],
  ])("%s lets %s through", (source, url) => {
    expect(matches(source, url)).toBe(true);
  });

  it.each([
    ["*", "data:text/plain,"],
    ["https:", "http://a.example/"],
    ["'self'", "https://www.example.com/"],
    ["'self'", "https://example.com:8443/"],
    ["'none'", "https://a.example/"],
    ["'nonce-abc'", "https://a.example/"],
    ["'unsafe-inline'", "https://a.example/"],
    ["a.example", "http://a.example/"],
    ["a.example", "https://a.example:8443/"],
    ["a.example", "https://b.a.example/"],
    ["*.a.example", "https://a.example/"],
    ["*.a.example", "https://nota.example/"],
    ["a.example:8443", "https://a.example/"],
    ["a.example/js/", "https://a.example/css/"],
    ["a.example/x.js", "https://a.example/x.js/y"],
    ["192.0.2.1", "https://192.0.2.1/"],
    ["[::1]", "https://[::1]/"],
    ["a.example?x", "https://a.example/"],
    ["//a.example", "https://a.example/"],
    ["self", "https://example.com/"],
  ])("%s does not let %s through", (source, url) => {
    expect(matches(source, url)).toBe(false);
  });

  it("on a plain page lets the plain host and its secure twin through", () => {
    const plain = new URL("http://example.com/");
    expect(matches("a.example", "http://a.example/", plain)).toBe(true);
    expect(matches("a.example", "https://a.example/", plain)).toBe(true);
  });
});
