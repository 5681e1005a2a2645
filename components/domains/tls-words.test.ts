import { expect, it } from "vitest";
import type { HostTls } from "#db/queries/list-host-tls.ts";
import { tlsInWords, trustTone } from "./tls-words.ts";

function host(name: string, daysLeft: number, trust = "trusted"): HostTls {
  const link = { subject: "", issuer: "", key: "", signature: "", validFrom: "", validTo: "", daysLeft };
  const tls = {
    protocol: "TLSv1.3",
    cipher: "",
    alpn: null,
    versions: [],
    chain: [link],
    trust,
    nameMatches: true,
    names: [],
    lifetimeLeft: 0.5,
    ocspStapled: null,
    mustStaple: false,
    scts: null,
    root: null,
    chainTotal: 1,
  };
  return { targetId: name, host: name, tls, observedAt: null };
}

it.each([
  [[], "No certificate has been seen yet."],
  [[{ targetId: "a", host: "a.test", tls: null, observedAt: null }], "No certificate has been seen yet."],
  [[host("a.test", 61)], "The certificate is trusted; 61 days left."],
  [
    [host("a.test", 61), host("b.test", 12)],
    "All 2 certificates are trusted; the next to expire is that of b.test, 12 days left.",
  ],
  [
    [host("a.test", -3, "expired"), host("b.test", 12)],
    "1 of 2 certificates is trusted; that of a.test expired 2 days ago.",
  ],
] as [HostTls[], string][])("says how the certificates stand", (hosts, text) => {
  expect(tlsInWords(hosts)).toBe(text);
});

it("tells a blemish of the chain apart from a chain that is not trusted", () => {
  expect(["trusted", "trusted, but far too long", "not trusted"].map((trust) => trustTone({ trust }))).toEqual([
    "ok",
    "warn",
    "bad",
  ]);
});
