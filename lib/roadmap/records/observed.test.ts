import { describe, expect, it } from "vitest";
import { healthyObservation } from "#lib/audits/testing/healthy-observation.ts";
import { observedProviders } from "./observed.ts";
import { compareProvider, isSameProvider } from "./observed-match.ts";

const { parts, target } = healthyObservation();
const question = (type: string, records: string[]) => ({
  name: "example.com",
  type,
  answers: [{ resolver: "r", status: "ok" as const, records, ms: 1 }],
});
type Seen = { ns?: string[]; mx?: string[]; cnames?: string[]; addresses?: string[]; headers?: [string, string][] };

function seen({ ns = [], mx = [], cnames = [], addresses = [], headers = [] }: Seen) {
  if (parts.dns.state !== "observed" || parts.mail.state !== "observed" || parts.edge.state !== "observed") {
    throw new Error("The healthy observation lacks a part.");
  }
  const { front } = parts.edge.value;
  const edge = { ...parts.edge.value, addresses, cnames, nameservers: [], trace: null, front: { ...front, headers } };
  return observedProviders({
    host: target.host,
    dns: { ...parts.dns, value: { ...parts.dns.value, ns: question("NS", ns) } },
    mail: { ...parts.mail, value: { ...parts.mail.value, mx: question("MX", mx) } },
    edge: { ...parts.edge, value: edge },
  }).map(({ kind, provider, evidence }) => `${kind}: ${provider} (${evidence})`);
}

describe("observedProviders", () => {
  it.each<[string, Seen, string[]]>([
    [
      "name servers, each provider once",
      { ns: ["ada.ns.cloudflare.com.", "Bob.NS.cloudflare.com", "ns-12.awsdns-34.co.uk"] },
      ["dns: Cloudflare (NS ada.ns.cloudflare.com)", "dns: Amazon Route 53 (NS ns-12.awsdns-34.co.uk)"],
    ],
    [
      "mail servers, the most preferred first",
      { mx: ["20 alt1.aspmx.l.google.com.", "10 mx.zoho.eu."] },
      ["email: Zoho (MX mx.zoho.eu)", "email: Google Workspace (MX alt1.aspmx.l.google.com)"],
    ],
    [
      "a mail provider of the own list",
      { mx: ["10 route1.mx.cloudflare.net"] },
      ["email: Cloudflare Email Routing (MX route1.mx.cloudflare.net)"],
    ],
    ["no gateway", { mx: ["10 eu-smtp-inbound-1.mimecast.com"] }, []],
    ["no mail", { mx: ["0 ."] }, []],
    [
      "a platform by the name that it gave out",
      { cnames: ["cname.vercel-dns.com"], headers: [["x-vercel-id", "arn1::x"]] },
      ["hosting: Vercel (CNAME cname.vercel-dns.com)"],
    ],
    ["a platform by its addresses", { addresses: ["76.76.21.21"] }, ["hosting: Vercel (address 76.76.21.21)"]],
    ["a platform that is no edge", { cnames: ["shop.onrender.com"] }, ["hosting: Render (CNAME shop.onrender.com)"]],
    [
      "a platform behind another edge",
      { cnames: ["shop.fly.dev"], addresses: ["104.16.132.229"], headers: [["cf-ray", "8f0a1b2c3d4e5f60-TLL"]] },
      ["hosting: Fly.io (CNAME shop.fly.dev)"],
    ],
    ["no platform by a header alone", { headers: [["x-vercel-id", "arn1::x"]] }, []],
    ["no host behind an edge", { addresses: ["104.16.132.229"], headers: [["cf-ray", "8f0a1b2c3d4e5f60-TLL"]] }, []],
    ["nobody by a name that only ends alike", { ns: ["ns1.notgandi.net"], mx: ["10 evilgoogle.com"] }, []],
  ])("sees %s", (_what, given, expected) => {
    expect(seen(given)).toEqual(expected);
  });

  it("sees nobody in what could not be looked at", () => {
    const gone = { state: "not_attempted" as const, reason: "No." };
    expect(observedProviders({ host: "example.com", dns: gone, mail: gone, edge: gone })).toEqual([]);
    expect(observedProviders({ host: "example.com" })).toEqual([]);
  });
});

describe("compareProvider", () => {
  it.each([
    ["Cloudflare", "Cloudflare", true],
    ["cloudflare (free plan)", "Cloudflare", true],
    ["Google", "Google Workspace", true],
    ["G Suite", "Google Workspace", true],
    ["AWS", "Amazon Route 53", true],
    ["Office 365", "Microsoft 365", true],
    ["Netlify", "NS1", true],
    ["OVH", "OVHcloud", true],
    ["fly.io", "Fly.io", true],
    ["Gandi", "Cloudflare", false],
    ["Flywheel", "Fly.io", false],
    ["", "Cloudflare", false],
    ["…", "Cloudflare", false],
  ])("%s is %s: %s", (declared, seenAs, expected) => {
    expect(isSameProvider(declared, seenAs)).toBe(expected);
  });

  const one = (provider: string) => ({ kind: "dns" as const, provider, evidence: "NS", observedAt: "" });
  it("is content with either of two providers, and says who was seen instead", () => {
    const two = [one("NS1"), one("Cloudflare")];
    expect(compareProvider("dns", "Cloudflare", two)).toEqual({ state: "same", seen: two[1] });
    expect(compareProvider("dns", "Gandi", two)).toEqual({ state: "differs", seen: two[0] });
    expect(compareProvider("email", "Gandi", two)).toEqual({ state: "not_observed", seen: null });
  });
});
