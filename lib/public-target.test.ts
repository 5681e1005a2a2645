import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultEgressConfig, parseAllow } from "#lib/probes/config.ts";
import { offersPublicTools, publicEgress, publicHostSchema, publicUrl } from "./public-target.ts";

afterEach(() => vi.unstubAllEnvs());

const refusal = (host: string) => publicHostSchema.safeParse(host).error?.issues[0]?.message;

describe("publicHostSchema", () => {
  it.each([
    ["example.com", "example.com"],
    ["  https://App.Example.com/login?token=secret#top ", "app.example.com"],
    ["http://example.com:80/", "example.com"],
    ["https://example.com:443", "example.com"],
    ["example.com.", "example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["somebody.github.io", "somebody.github.io"],
  ])("reads %j as the host %s and nothing more", (typed, host) => {
    expect(publicHostSchema.parse(typed)).toBe(host);
    expect(URL.canParse(publicUrl(host))).toBe(true);
  });

  it.each([
    ["", /name of a host/],
    ["   ", /name of a host/],
    ["not a host", /not an address|space/],
    ["<script>alert(1)</script>", /not an address|not a valid/],
    ["ftp://example.com", /http and https/],
    ["https://user:secret@example.com", /user name/],
    ["127.0.0.1", /numbers/],
    ["0x7f.1", /numbers/],
    ["[::1]", /numbers/],
    ["8.8.8.8", /numbers/],
    ["example.com:8443", /80 and 443/],
    ["example.com:22", /not one that audits|80 and 443/],
    ["localhost", /local name/],
    ["router.lan", /local name/],
    ["db.internal", /local name/],
    ["intranet", /local name/],
    ["co.uk", /others register/],
    ["github.io", /others register/],
    ["x".repeat(3000), /2048|not a valid/],
  ])("refuses %j in words", (typed, words) => {
    expect(refusal(typed)).toMatch(words);
  });

  it("never quotes what was typed where it was no host", () => {
    expect(refusal("javascript:alert(1)")).not.toContain("alert");
  });

  it("knows the lab's port in the demo only", () => {
    vi.stubEnv("EGRESS_ALLOW", "127.0.0.1:4443");
    expect(refusal("ops-copilot.test:4443")).toMatch(/80 and 443/);
    vi.stubEnv("DEMO", "1");
    expect(publicHostSchema.parse("https://ops-copilot.test:4443/")).toBe("ops-copilot.test:4443");
    expect(refusal("ops-copilot.test:4444")).toMatch(/80 and 443/);
  });
});

describe("publicEgress", () => {
  const config = {
    ...defaultEgressConfig(),
    allow: [parseAllow("10.0.0.0/8")],
    deny: ["203.0.113.0/24"],
    dns: {
      servers: ["9.9.9.9"],
      zones: { "corp.example": ["10.0.0.53"] },
      nameservers: { "ns.corp.example": "10.0.0.1" },
    },
  };

  it("opens nothing that the operator opened for the people with an account", () => {
    expect(publicEgress(config, {})).toMatchObject({
      allow: [],
      deny: ["203.0.113.0/24"],
      dns: { servers: ["9.9.9.9"], zones: {}, nameservers: {} },
    });
  });

  it("leaves the demo its lab", () => {
    expect(publicEgress(config, { DEMO: "1" })).toEqual(config);
  });
});

it("is on unless it was switched off", () => {
  expect([{}, { PUBLIC_TOOLS: "on" }, { PUBLIC_TOOLS: "off" }].map((env) => offersPublicTools(env))).toEqual([
    true,
    true,
    false,
  ]);
});
