import { both, type Deployment, leads } from "./deployment.ts";

const HOST = "app.fjordbase.com";

/** An app behind Cloudflare's proxy; mail at Microsoft 365; reports read by a service. */
export const CLOUDFLARE: Deployment = {
  names: {
    host: HOST,
    domain: "fjordbase.com",
    nameservers: ["dora.ns.cloudflare.com", "hank.ns.cloudflare.com"],
    a: [["104.21.38.14", "172.67.141.9"]],
    aaaa: [["2606:4700:3031::6815:260e", "2606:4700:3037::ac43:8d09"]],
    caa: {
      name: "fjordbase.com",
      records: [
        '0 issue "comodoca.com"',
        '0 issue "digicert.com; cansignhttpexchanges=yes"',
        '0 issue "letsencrypt.org"',
        '0 issue "pki.goog; cansignhttpexchanges=yes"',
        '0 issue "ssl.com"',
        '0 issuewild "pki.goog; cansignhttpexchanges=yes"',
        '0 issuewild "letsencrypt.org"',
      ],
    },
    others: [
      { name: "autodiscover.fjordbase.com", cname: "autodiscover.outlook.com", resolves: true, status: "ok" },
      { name: "www.fjordbase.com", cname: null, resolves: true, status: "ok" },
    ],
  },
  mail: {
    mx: ["0 fjordbase-com.mail.protection.outlook.com"],
    txt: ["MS=ms45128830", "v=spf1 include:spf.protection.outlook.com -all"],
    dmarc: "v=DMARC1; p=reject; rua=mailto:a1b2@ag.dmarcian.eu; fo=1;",
    included: {
      "spf.protection.outlook.com":
        "v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 ip4:52.100.0.0/15 ip6:2a01:111:f400::/48 -all",
    },
    // The second selector leads to nothing until the first rotation.
    selectors: { provider: "Microsoft 365", asked: ["selector1", "selector2"], found: ["selector1"] },
    reportsTo: { address: "a1b2@ag.dmarcian.eu", domain: "ag.dmarcian.eu" },
  },
  tls: ["google", ["fjordbase.com", "*.fjordbase.com"], 58],
  page: {
    headers: [
      ["alt-svc", 'h3=":443"; ma=86400'],
      ["cache-control", "private, no-cache, no-store, max-age=0, must-revalidate"],
      ["cf-cache-status", "DYNAMIC"],
      ["cf-ray", "99f0c1d2ab3c4d5e-FRA"],
      ["content-security-policy", "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"],
      ["content-type", "text/html; charset=utf-8"],
      ["nel", '{"report_to":"cf-nel","success_fraction":0.0,"max_age":604800}'],
      ["referrer-policy", "strict-origin-when-cross-origin"],
      ["server", "cloudflare"],
      ["strict-transport-security", "max-age=31536000; includeSubDomains; preload"],
      ["x-content-type-options", "nosniff"],
      [
        "set-cookie",
        "__cf_bm=abc; path=/; expires=Fri, 20-Nov-26 09:30:00 GMT; domain=.fjordbase.com; HttpOnly; Secure; SameSite=None",
      ],
      ["set-cookie", "__Host-sid=abc; Path=/; Secure; HttpOnly; SameSite=Lax"],
    ],
  },
  front: {
    status: 200,
    headers: [
      ["server", "cloudflare"],
      ["cf-ray", "99f0c1d2ab3c4d5e-FRA"],
      ["set-cookie", "__cf_bm"],
      ["set-cookie", "__Host-sid"],
    ],
  },
  trace: "FRA",
  asset: {
    url: `https://${HOST}/assets/index-DiwrgTda.js`,
    first: [
      ["cache-control", "public, max-age=31536000, immutable"],
      ["cf-cache-status", "MISS"],
    ],
    second: [
      ["cache-control", "public, max-age=31536000, immutable"],
      ["cf-cache-status", "HIT"],
      ["age", "1"],
    ],
  },
  chains: both((path) => [
    leads(`https://${HOST}${path}`),
    leads(`http://${HOST}${path}`, 301, `https://${HOST}${path}`),
  ]),
};
