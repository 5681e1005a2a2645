import { X509Certificate } from "node:crypto";
import { expect, it } from "vitest";
import { createCertificate, generateP256 } from "#lab/x509.ts";
import { createEgress, type GuardedResponse } from "./egress/create-egress.ts";
import { fetchIssuer } from "./fetch-issuer.ts";
import { createAuthority } from "./testing/certificates.ts";
import { localConfig } from "./testing/local-config.ts";

const EC_PUBLIC_KEY = Buffer.from("2a8648ce3d0201", "hex");

it("calls an issuer unreadable whose key OpenSSL cannot read", async () => {
  const authority = createAuthority("Odd Root");
  const odd = new X509Certificate(authority.pem).raw;
  odd[odd.indexOf(EC_PUBLIC_KEY) + EC_PUBLIC_KEY.length - 1] = 0x41;
  expect(() => new X509Certificate(odd).publicKey).toThrow();

  const issuerUrl = "http://ca.example.net/ca.crt";
  const keys = generateP256();
  const [notBefore, notAfter] = [new Date(), new Date(Date.now() + 86_400_000)];
  const leaf = createCertificate({
    ...{ subject: "site.test", issuer: "Odd Root", keys, issuerKeys: authority.keys, notBefore, notAfter },
    ...{ names: ["site.test"], issuerUrl },
  });
  const egress = createEgress(localConfig(), new AbortController().signal);
  const answer: GuardedResponse = {
    ...{ url: issuerUrl, status: 200, httpVersion: "1.1", headers: [], bodyTruncated: false },
    ...{ body: odd, bodyBytes: odd.length },
  };
  const request = () => Promise.resolve(answer);
  expect(await fetchIssuer(new X509Certificate(leaf), { ...egress, request })).toEqual({
    url: issuerUrl,
    result: "unreadable",
  });
});
