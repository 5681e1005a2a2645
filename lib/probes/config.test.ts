import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { egressConfigFromEnv, parseAllow } from "./config.ts";
import { createAuthority } from "./testing/certificates.ts";

describe("egressConfigFromEnv", () => {
  it("allows nothing private and asks the system's resolvers by default", () => {
    expect(egressConfigFromEnv({})).toMatchObject({
      dns: { servers: [], zones: {} },
      allow: [],
      deny: [],
      extraCa: [],
    });
  });

  it("reads each variable", async () => {
    const directory = await mkdtemp(join(tmpdir(), "launch-ready-ca-"));
    const file = join(directory, "ca.pem");
    const [one, two] = [createAuthority("one").pem.trim(), createAuthority("two").pem.trim()];
    writeFileSync(file, `# one\n${one}\n# two\n${two}\n`);
    const config = egressConfigFromEnv({
      DNS_SERVERS: "192.0.2.1, 192.0.2.2:5353 [2001:db8::1]:53 2001:db8::2",
      DNS_ZONES: "ops-copilot.test=127.0.0.1:5300,Ops-Copilot.test.=127.0.0.1:5301",
      DNS_NAMESERVERS: "ns1.ops-copilot.test=127.0.0.1:5302,NS2.ops-copilot.test.=[::1]:5303",
      EGRESS_ALLOW: "10.20.0.0/16:443, internal.example",
      EGRESS_DENY: "10.20.1.0/24",
      AUDIT_CA_FILE: file,
      NAT64_PREFIX: "64:ff9b::/96",
    });
    await rm(directory, { recursive: true });
    expect(config).toMatchObject({
      dns: {
        servers: ["192.0.2.1", "192.0.2.2:5353", "[2001:db8::1]:53", "2001:db8::2"],
        zones: { "ops-copilot.test": ["127.0.0.1:5300", "127.0.0.1:5301"] },
        nameservers: { "ns1.ops-copilot.test": "127.0.0.1:5302", "ns2.ops-copilot.test": "[::1]:5303" },
      },
      allow: [{ text: "10.20.0.0/16:443" }, { text: "internal.example" }],
      deny: ["10.20.1.0/24"],
      extraCa: [one, two],
      nat64Prefix: "64:ff9b::/96",
    });
  });

  it("names where this installation says what its bot does, unless the operator gives another name", () => {
    const agent = (env: Record<string, string>) => egressConfigFromEnv(env).userAgent;
    expect(agent({ BASE_URL: "https://ready.example" })).toMatch(
      /^LaunchReadyBot\/\d+\.\d+\.\d+ \(\+https:\/\/ready\.example\/bot\)$/,
    );
    expect(agent({ BASE_URL: "https://ready.example", AUDIT_USER_AGENT: "Our bot" })).toBe("Our bot");
  });

  it.each([
    ["DNS_SERVERS", "dns.example"],
    ["DNS_SERVERS", "192.0.2.1:99999"],
    ["DNS_ZONES", "ops-copilot.test"],
    ["DNS_NAMESERVERS", "ns1.ops-copilot.test=nowhere"],
    ["EGRESS_ALLOW", "10.0.0.0/33"],
    ["EGRESS_DENY", "internal.example"],
    ["AUDIT_CA_FILE", "/nowhere/ca.pem"],
    ["NAT64_PREFIX", "64:ff9b::/64"],
  ])("names %s when it holds %s", (name, value) => {
    expect(() => egressConfigFromEnv({ [name]: value })).toThrow(new RegExp(`^${name}: `));
  });
});

describe("parseAllow", () => {
  it.each([
    ["127.0.0.0/8", { kind: "range", port: null }],
    ["127.0.0.1", { kind: "range", port: null }],
    ["127.0.0.1:8080", { kind: "range", port: 8080 }],
    ["::1", { kind: "range", port: null }],
    ["fd00::/8", { kind: "range", port: null }],
    ["[fd00::/8]:443", { kind: "range", port: 443 }],
    ["localhost", { kind: "host", host: "localhost", port: null }],
    ["Internal.Example.:8443", { kind: "host", host: "internal.example", port: 8443 }],
  ])("reads %s", (text, entry) => {
    expect(parseAllow(text)).toMatchObject({ ...entry, text });
  });

  it.each([
    "",
    "*",
    "*.example.com",
    "a b",
    "10.0.0",
    "10.0.0.0/",
    "a.example:0",
    "a.example:70000",
    "http://a.example",
    "fe80::1%eth0",
  ])("refuses %j", (text) => {
    expect(() => parseAllow(text)).toThrow(/neither a CIDR range nor a host name/);
  });
});
