import { createPrivateKey, X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type CertificateName, createCertificates } from "./certificates.ts";

const now = new Date();
const { caPem, served, issueFor } = createCertificates(now, "http://lab-authority.test/");
const DAY_MS = 86_400_000;

/** The certificates of a PEM bundle, in the order in which they are sent. */
const read = (pem: string) => pem.split(/(?<=-----END CERTIFICATE-----\n)/).map((part) => new X509Certificate(part));
const leafOf = (name: CertificateName) => new X509Certificate(served[name].cert);
const daysLeft = (certificate: X509Certificate) =>
  Math.round((Date.parse(certificate.validTo) - now.getTime()) / DAY_MS);

describe("the lab's certificates", () => {
  it("form a chain from the leaf over one intermediate to the root", () => {
    const [leaf, intermediate] = read(served.healthy.cert);
    const root = new X509Certificate(caPem);
    expect(leaf?.verify(intermediate?.publicKey ?? root.publicKey)).toBe(true);
    expect(intermediate?.verify(root.publicKey)).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect([leaf?.ca, intermediate?.ca, root.ca]).toEqual([false, true, true]);
  });

  it("are healthy for 80 days more, with an EC key, for the product's two names", () => {
    const leaf = leafOf("healthy");
    expect(daysLeft(leaf)).toBe(80);
    expect(leaf.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
    expect(leaf.subjectAltName).toBe("DNS:ops-copilot.test, DNS:www.ops-copilot.test");
  });

  it("belong each to the key beside it, and have a serial number of their own", () => {
    const pairs = Object.values(served);
    for (const { cert, key } of pairs)
      expect(new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(new Set(pairs.map(({ cert }) => new X509Certificate(cert).serialNumber)).size).toBe(pairs.length);
  });

  it("are each broken in their own way", () => {
    expect(daysLeft(leafOf("expired"))).toBe(-3);
    expect(daysLeft(leafOf("near-expiry"))).toBe(5);
    expect(Date.parse(leafOf("not-yet-valid").validFrom)).toBeGreaterThan(now.getTime());
    expect(leafOf("wrong-name").checkHost("ops-copilot.test")).toBeUndefined();
    expect(leafOf("self-signed").verify(leafOf("self-signed").publicKey)).toBe(true);
    expect(read(served["missing-intermediate"].cert)).toHaveLength(1);
    expect(leafOf("weak-key").publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 1024 });
    expect(leafOf("weak-signature").signatureAlgorithm).toBe("ecdsa-with-SHA1");
  });

  it("can be issued for other names", () => {
    const leaf = new X509Certificate(issueFor("silent.ops-copilot.test").cert);
    expect(leaf.checkHost("silent.ops-copilot.test")).toBe("silent.ops-copilot.test");
  });
});
