import { describe, expect, it } from "vitest";
import type { PartValue } from "../observation.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { edgeProven } from "./edge-proven.ts";

type Edge = PartValue<"edge">;
const BARE = { addresses: ["203.0.113.10"], cnames: [], nameservers: ["ns1.example.net"], trace: null };
const header = (...headers: [string, string][]) => ({ front: { headers } });
const cloudflare: [string, string] = ["cf-ray", "8f0a1b2c3d4e5f60-TLL"];
const bare = (changes: object) => ({ edge: { ...BARE, ...header(), ...changes } });

testOutcomes(edgeProven, [
  ["ok", "pass", "address, headers, trace and name servers agree", {}],
  [
    "ok",
    "pass",
    "headers and trace, at an address that is not listed",
    bare({ ...header(cloudflare), trace: { host: "example.com", site: "TLL" } }),
  ],
  [
    "ok",
    "pass",
    "address and name servers, without a header",
    bare({ addresses: ["2606:4700::6810:84e5"], nameservers: ["ada.ns.cloudflare.com"] }),
  ],
  ["one-proof", "warn", "a header alone", bare(header(cloudflare))],
  ["one-proof", "warn", "two headers are one kind of proof", bare(header(cloudflare, ["server", "cloudflare"]))],
  ["one-proof", "warn", "two edges with one sign each", bare(header(cloudflare, ["x-vercel-id", "arn1::x"]))],
  [
    "one-proof",
    "warn",
    "a header, and the trace page of another host",
    bare({ ...header(cloudflare), trace: { host: "other.example", site: "TLL" } }),
  ],
  ["none", "fail", "nothing points to an edge", bare({})],
  ["none", "fail", "only the name servers are an edge's", bare({ nameservers: ["ada.ns.cloudflare.com"] })],
  ["none", "fail", "a server calls itself almost like an edge", bare(header(["server", "cloudflare-nginx"]))],
]);

describe("the edges that are known", () => {
  it.each<[string, Partial<Omit<Edge, "front">>, [string, string]]>([
    ["Cloudflare", { addresses: ["104.16.1.1"] }, ["server", "cloudflare"]],
    ["Fastly", { addresses: ["151.101.1.1"] }, ["x-served-by", "cache-hel1410030-HEL"]],
    [
      "Amazon CloudFront",
      { cnames: ["d111111abcdef8.cloudfront.net"] },
      ["via", "1.1 abc.cloudfront.net (CloudFront)"],
    ],
    ["Akamai", { cnames: ["www.example.com.edgekey.net", "e1.a.akamaiedge.net"] }, ["x-akamai-transformed", "9 - 0"]],
    ["Imperva", { addresses: ["45.60.1.1"] }, ["x-iinfo", "1-2-3"]],
    ["Sucuri", { addresses: ["192.88.134.9"] }, ["x-sucuri-id", "11005"]],
    ["Vercel", { cnames: ["cname.vercel-dns.com"] }, ["x-vercel-id", "arn1::abc"]],
    ["Netlify", { addresses: ["75.2.60.5"] }, ["x-nf-request-id", "01H"]],
    ["Azure Front Door", { cnames: ["shop.azurefd.net"] }, ["x-azure-ref", "20261101T"]],
    ["Google", { addresses: ["142.250.74.1"] }, ["via", "1.1 google"]],
    ["Fly.io", { addresses: ["66.241.125.3"] }, ["fly-request-id", "01H"]],
    ["bunny.net", { cnames: ["shop.b-cdn.net"] }, ["server", "BunnyCDN-FI1-1"]],
  ])("%s, by a name or address and a header", (edge, names, line) => {
    const { code, summary } = judge(edgeProven, healthyObservation(bare({ ...names, ...header(line) })));
    expect([code, summary]).toEqual(["ok", expect.stringContaining(`${edge} stands in front of example.com`)]);
  });
});
