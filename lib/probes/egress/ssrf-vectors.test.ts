import { describe, expect, it } from "vitest";
import { defaultEgressConfig } from "../config.ts";
import { failureFrom } from "../testing/failure.ts";
import { type Addresses, recordingEgress } from "../testing/recording-egress.ts";
import { sharedVectors } from "../testing/shared-vectors.ts";
import { followRedirects } from "./follow-redirects.ts";
import { parseUrl } from "./parse-url.ts";

type Vector = {
  input: string;
  verdict: "allow" | "block";
  why: string;
  via?: string;
  host?: string;
  dns?: { A?: string[]; AAAA?: string[]; sequence?: string[][] };
};
type SharedVector = Vector & { layer: string };

const PUBLIC = { A: ["93.184.216.34"] };
const OWN: Vector[] = [
  { input: "http://127.0.0.1/", verdict: "block", why: "loopback" },
  { input: "https://0177.1:65535/x", verdict: "block", why: "octal, two parts" },
  { input: "http://2130706433/", verdict: "block", why: "decimal" },
  { input: "http://0x7f.1/", verdict: "block", why: "hex" },
  { input: "http://[::ffff:127.0.0.1]/", verdict: "block", why: "mapped" },
  { input: "http://[::7f00:1]/", verdict: "block", why: "compatible" },
  { input: "http://[fe80::1%25eth0]/", verdict: "block", why: "zone" },
  { input: "http://localhost/", verdict: "block", why: "local name" },
  { input: "http://LOCALHOST./", verdict: "block", why: "local name, rooted" },
  { input: "http://printer.lan/", verdict: "block", why: "local name" },
  { input: "http://postgres:8080/", verdict: "block", why: "single label" },
  { input: "http://user@example.com/", verdict: "block", why: "userinfo", dns: PUBLIC },
  { input: "http://@example.com/", verdict: "block", why: "empty userinfo", dns: PUBLIC },
  { input: "http:\\\\example.com\\", verdict: "block", why: "backslash", dns: PUBLIC },
  { input: "http://exam\tple.com/", verdict: "block", why: "tab", dns: PUBLIC },
  { input: " http://example.com/", verdict: "block", why: "leading space", dns: PUBLIC },
  { input: "http:example.com", verdict: "block", why: "no slashes", dns: PUBLIC },
  { input: "ftp://example.com/", verdict: "block", why: "scheme", dns: PUBLIC },
  { input: "file:///etc/passwd", verdict: "block", why: "scheme" },
  { input: "http://example.com:22/", verdict: "block", why: "low port", dns: PUBLIC },
  { input: "http://example.com:6667/", verdict: "block", why: "bad port", dns: PUBLIC },
  { input: "http://example.com:5432/", verdict: "block", why: "infrastructure port", dns: PUBLIC },
  { input: `http://${"a".repeat(64)}.com/`, verdict: "block", why: "label too long", dns: PUBLIC },
  { input: `http://${"a.".repeat(127)}com/`, verdict: "block", why: "name too long", dns: PUBLIC },
  { input: "http://example.com/", verdict: "allow", why: "public", dns: PUBLIC },
  { input: "https://foo_bar.example.com:8443/", verdict: "allow", why: "underscore", dns: PUBLIC },
  { input: "http://0x08080808/", verdict: "allow", why: "public in hex" },
  {
    input: "http://rebind.example/",
    verdict: "block",
    why: "rebinding",
    dns: { sequence: [["8.8.8.8"], ["127.0.0.1"]] },
  },
  { input: "http://mixed.example/", verdict: "block", why: "mixed answer", dns: { A: ["8.8.8.8", "10.0.0.1"] } },
  {
    input: "http://mixed.example/",
    verdict: "block",
    why: "mixed families",
    dns: { A: ["8.8.8.8"], AAAA: ["fd00::1"] },
  },
  { input: "//127.0.0.1/", verdict: "block", why: "redirect without scheme", via: "https://public.example/" },
  { input: "/\\127.0.0.1/", verdict: "block", why: "redirect with backslash", via: "https://public.example/" },
  { input: "file:///etc/passwd", verdict: "block", why: "redirect to a file", via: "https://public.example/" },
  { input: "http://a:b@c.example/", verdict: "block", why: "redirect with userinfo", via: "https://public.example/" },
];
const SKIPPED = new Set(["git", "slack-webhook"]);
const SHARED = (sharedVectors<SharedVector[]>("ssrf.json") ?? []).filter(({ layer }) => !SKIPPED.has(layer));

const SETS: [string, Vector[]][] = [
  ["own", OWN],
  ["shared", SHARED],
];

describe.each(SETS.filter(([, vectors]) => vectors.length > 0))("SSRF vectors: %s", (_origin, vectors) => {
  it.each(vectors.filter(({ via }) => via === undefined))("$verdict $input ($why)", async (vector) => {
    const { egress, dialled } = recordingEgress({ [vector.host ?? hostIn(vector.input)]: answersOf(vector) });
    const visit = async () => egress.request(parseUrl(vector.input, defaultEgressConfig()));
    if (vector.dns?.sequence) {
      // The first answer is what a check at save time saw.
      await egress.resolver.addresses(hostIn(vector.input), egress.signal);
    }
    const failure = await failureFrom(visit());
    if (vector.verdict === "allow") {
      expect([failure.step, failure.code, dialled.length > 0]).toEqual(["connect", "refused", true]);
    } else {
      expect([failure.step, dialled]).toEqual(["policy", []]);
      expect(failure.reason).not.toMatch(/127\.|10\.0|::1/);
    }
    await egress.close();
  });

  it.each(vectors.filter(({ via }) => via !== undefined))("$verdict the redirect to $input ($why)", async (vector) => {
    const { egress, dialled } = recordingEgress({ [vector.host ?? ""]: answersOf(vector) });
    const redirect = { status: 302, headers: [["location", vector.input]] as [string, string][], httpVersion: "1.1" };
    const rest = { body: Buffer.alloc(0), bodyBytes: 0, bodyTruncated: false };
    const get = (url: URL) =>
      url.href === vector.via ? Promise.resolve({ ...redirect, ...rest, url: url.href }) : egress.request(url);
    const { chain, failure } = await followRedirects(vector.via ?? "", get, egress.config, 10);
    expect([failure?.step, chain.hops.length, dialled]).toEqual(["policy", 1, []]);
    await egress.close();
  });
});

it("a name that does not exist is a failure of the DNS, not of the policy", async () => {
  const { egress, dialled } = recordingEgress({ "gone.example": [null] });
  const failure = await failureFrom(egress.request(new URL("http://gone.example/")));
  expect([failure.step, failure.code, dialled]).toEqual(["dns", "nxdomain", []]);
});

function answersOf({ dns }: Vector): Addresses {
  if (dns?.sequence) return dns.sequence;
  return dns ? [[...(dns.A ?? []), ...(dns.AAAA ?? [])]] : [null];
}

function hostIn(input: string): string {
  return URL.parse(input)?.hostname ?? "";
}
