import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createCertificate, generateP256 } from "#lab/x509.ts";
import { readExtensions } from "./certificate-extensions.ts";

const keys = generateP256();
const issuerUrl = "http://ca.example.net/ca.crt";
const dates = { notBefore: new Date("2026-01-01"), notAfter: new Date("2026-03-01") };
const make = (changes: object) =>
  new X509Certificate(
    createCertificate({ subject: "a", issuer: "b", keys, issuerKeys: keys, names: ["a"], ...dates, ...changes }),
  ).raw;
const NOTHING = { scts: 0, mustStaple: false, ocspUrls: [], issuerUrls: [] };

describe("reading a certificate's extensions", () => {
  it("finds nothing where there is nothing", () => {
    expect(readExtensions(make({}))).toEqual(NOTHING);
  });

  it("counts timestamps, sees must-staple and where the issuer is", () => {
    const found = readExtensions(make({ timestamps: 3, mustStaple: true, issuerUrl }));
    expect(found).toEqual({ scts: 3, mustStaple: true, ocspUrls: [], issuerUrls: [issuerUrl] });
  });

  it("leaves out places that are not addresses of the web", () => {
    expect(readExtensions(make({ issuerUrl: "ldap://directory/cn=ca" })).issuerUrls).toEqual([]);
  });

  it("never throws on broken bytes, and reads each within a moment", () => {
    const whole = make({ timestamps: 3, mustStaple: true, issuerUrl });
    const start = performance.now();
    for (let at = 0; at < whole.length; at += 1) {
      readExtensions(whole.subarray(0, at));
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      readExtensions(flipped);
    }
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(readExtensions(Buffer.alloc(65_536, 0x30))).toEqual(NOTHING);
  });
});
