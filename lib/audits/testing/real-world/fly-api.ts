import { type Deployment, leads } from "./deployment.ts";
import { GOOGLE_MAIL } from "./mail-pieces.ts";

const HOST = "api.quillstack.com";

/** An API at Fly.io with `force_https`, as its own template has it. */
export const FLY_API: Deployment = {
  names: {
    host: HOST,
    domain: "quillstack.com",
    nameservers: ["ns1.dnsimple.com", "ns2.dnsimple-edge.net"],
    a: [["66.241.125.84"]],
    aaaa: [["2a09:8280:1::4b:9a1d:0"]],
    caa: { name: "quillstack.com", records: ['0 issue "letsencrypt.org"'] },
  },
  mail: {
    ...GOOGLE_MAIL,
    txt: ["v=spf1 include:_spf.google.com -all"],
    dmarc: "v=DMARC1; p=reject; rua=mailto:dmarc@quillstack.com",
  },
  tls: ["letsEncrypt", [HOST], 70],
  page: {
    isDocument: false,
    headers: [
      ["cache-control", "no-store"],
      ["content-type", "application/json"],
      ["fly-request-id", "01KAG3-fra"],
      ["server", "Fly/4cc8a2f1b (2026-11-12)"],
      ["strict-transport-security", "max-age=31536000; includeSubDomains"],
      ["via", "1.1 fly.io"],
      ["x-content-type-options", "nosniff"],
    ],
  },
  chains: [leads(`https://${HOST}/`), leads(`http://${HOST}/`, 301, `https://${HOST}/`)],
  notes: { profile: "api" },
};
