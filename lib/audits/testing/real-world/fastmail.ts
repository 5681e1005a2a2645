import { both, type Deployment, leads } from "./deployment.ts";

const APEX = "https://quietpost.org";

/** A careful domain: Fastmail with MTA-STS and TLS-RPT, DMARC refused, behind bunny.net. */
export const FASTMAIL: Deployment = {
  names: {
    host: "quietpost.org",
    domain: "quietpost.org",
    nameservers: ["ns1.desec.io", "ns2.desec.org"],
    a: [["185.180.13.24"]],
    aaaa: [["2400:52e0:1e00::1080:1"]],
    caa: { name: "quietpost.org", records: ['0 issue "letsencrypt.org;validationmethods=http-01"'] },
  },
  mail: {
    mx: ["10 in1-smtp.messagingengine.com", "20 in2-smtp.messagingengine.com"],
    txt: ["v=spf1 include:spf.messagingengine.com ?all"],
    dmarc: "v=DMARC1; p=reject; rua=mailto:dmarc@quietpost.org",
    included: { "spf.messagingengine.com": "v=spf1 ip4:103.168.172.128/27 ip4:202.12.124.128/27 ?all" },
    selectors: {
      provider: "Fastmail",
      asked: ["fm1", "fm2", "fm3", "mesmtp"],
      found: ["fm1", "fm2", "fm3"],
    },
    sts: {
      record: "v=STSv1; id=20260301T000000;",
      policy: "version: STSv1\r\nmode: enforce\r\nmx: *.messagingengine.com\r\nmax_age: 1209600\r\n",
    },
    tlsRpt: "v=TLSRPTv1; rua=mailto:tls@quietpost.org",
  },
  tls: ["letsEncrypt", ["quietpost.org", "www.quietpost.org"], 66],
  page: {
    headers: [
      ["cache-control", "private, no-cache"],
      ["cdn-pullzone", "104211"],
      ["cdn-requestid", "b1"],
      ["content-security-policy", "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"],
      ["content-type", "text/html; charset=utf-8"],
      ["cross-origin-opener-policy", "same-origin"],
      ["cross-origin-resource-policy", "same-origin"],
      ["permissions-policy", "camera=(), geolocation=(), microphone=()"],
      ["referrer-policy", "no-referrer"],
      ["server", "BunnyCDN-DE1-1080"],
      ["strict-transport-security", "max-age=63072000; includeSubDomains; preload"],
      ["x-content-type-options", "nosniff"],
    ],
  },
  chains: both((path) => [
    leads(APEX + path),
    leads(`http://quietpost.org${path}`, 301, APEX + path),
    leads(`https://www.quietpost.org${path}`, 301, APEX + path),
    leads(`http://www.quietpost.org${path}`, 301, `https://www.quietpost.org${path}`, 301, APEX + path),
  ]),
};
