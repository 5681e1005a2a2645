import { describe, expect, it } from "vitest";
import { type Changes, healthyObservation, pageWithHeader } from "../testing/healthy-observation.ts";
import { answered, HEALTHY } from "../testing/healthy-values.ts";
import { foundHosts } from "./found-hosts.ts";

const found = (changes: Changes, domains = ["example.com"]) =>
  foundHosts(healthyObservation(changes), domains)
    .filter(({ host }) => !["example.com", "www.example.com"].includes(host))
    .map(({ host, kind }) => `${kind} ${host}`);

const [leaf, ...rest] = HEALTHY.tls.chain;
const certificateWith = (...names: string[]): Changes =>
  leaf ? { tls: { chain: [{ ...leaf, names }, ...rest] } } : {};

describe("foundHosts", () => {
  it("reads certificates, without wildcards and other people's names", () => {
    const names = [
      "example.com",
      "API.example.com",
      "*.example.com",
      "other.example.net",
      "notexample.com",
      "192.0.2.1",
    ];
    expect(found(certificateWith(...names))).toEqual(["certificate api.example.com"]);
  });

  it("reads where redirects lead, and not where an audit began to look", () => {
    const chain = {
      start: "http://never-asked-for.example.com/",
      hops: [
        { url: "http://never-asked-for.example.com/", status: 301, location: "//hop.example.com/a" },
        { url: "http://hop.example.com/a", status: 302, location: "/b" },
        { url: "http://hop.example.com/b", status: 200, location: null },
      ],
      final: "http://hop.example.com/b",
      error: null,
    };
    expect(found({ redirects: { chains: [chain] } })).toEqual(["redirect hop.example.com"]);
  });

  it("reads the sources of a policy, by header and by meta", () => {
    const policy =
      "default-src 'self' https://cdn.example.com:8443/x; img-src *.example.com img.example.com data:, connect-src wss://live.example.com";
    const changes = pageWithHeader("content-security-policy", policy);
    const document = { metaCsp: ["script-src js.example.com"] };
    expect(found({ page: { ...changes.page, document } })).toEqual([
      "csp cdn.example.com",
      "csp img.example.com",
      "csp live.example.com",
      "csp js.example.com",
    ]);
  });

  it("reads what a page loads or links to", () => {
    const references = [
      { kind: "script" as const, url: "https://static.example.com./a.js", tag: "script" },
      { kind: "form" as const, url: "https://partner.example.net/", tag: "a" },
      { kind: "image" as const, url: "data:image/png;base64,AAAA", tag: "img" },
    ];
    expect(found({ page: { document: { references } } })).toEqual(["page static.example.com"]);
  });

  it("reads the names in the DNS that lead to an address", () => {
    const names = [
      { name: "staging.example.com", cname: null, resolves: true, status: "ok" },
      { name: "mail.example.com", cname: null, resolves: true, status: "ok" },
      { name: "gone.example.com", cname: "gone.provider.example.net", resolves: false, status: "nxdomain" },
    ];
    const cname = answered("example.com", "CNAME", "edge.example.com.");
    const mx = answered("example.com", "MX", "10 Mail.example.com.");
    expect(found({ zone: { names }, dns: { cname }, mail: { mx } })).toEqual([
      "dns edge.example.com",
      "dns staging.example.com",
    ]);
  });

  it("names a host once per place, for every domain of the project, and caps what a certificate can name", () => {
    const many = Array.from({ length: 2_000 }, (_, n) => `h${n}.example.com`);
    expect(found(certificateWith(...many, ...many))).toHaveLength(500);
    expect(found(certificateWith("a.example.org"), ["example.com", "example.org"])).toEqual([
      "certificate a.example.org",
    ]);
  });

  it("finds nothing in what could not be seen", () => {
    const { parts, ...rest } = healthyObservation();
    const unseen = Object.keys(parts).map((name) => [name, { state: "not_attempted", reason: "No." }]);
    expect(foundHosts({ ...rest, parts: Object.fromEntries(unseen) }, ["example.com"])).toEqual([]);
  });
});
