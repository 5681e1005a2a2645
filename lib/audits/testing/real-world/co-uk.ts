import { both, type Deployment, leads } from "./deployment.ts";
import { GOOGLE_MAIL } from "./mail-pieces.ts";

const HOST = "app.teaplanner.co.uk";

/** A host below a suffix of two labels: mail, DMARC and CAA stand at the domain. */
export const CO_UK: Deployment = {
  names: {
    host: HOST,
    domain: "teaplanner.co.uk",
    nameservers: ["dana.ns.cloudflare.com", "rick.ns.cloudflare.com"],
    a: [["104.21.5.99", "172.67.133.7"]],
    caa: {
      name: "teaplanner.co.uk",
      records: ['0 issue "pki.goog; cansignhttpexchanges=yes"', '0 iodef "mailto:it@teaplanner.co.uk"'],
    },
  },
  mail: {
    ...GOOGLE_MAIL,
    txt: ["v=spf1 include:_spf.google.com ~all"],
    dmarc: "v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s; rua=mailto:dmarc@teaplanner.co.uk",
  },
  tls: ["google", ["teaplanner.co.uk", "*.teaplanner.co.uk"], 40],
  page: {
    headers: [
      ["cache-control", "no-store"],
      ["cf-cache-status", "DYNAMIC"],
      ["cf-ray", "99f0c1d2ab3c4d61-LHR"],
      ["content-security-policy", "script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'"],
      ["content-type", "text/html; charset=utf-8"],
      ["server", "cloudflare"],
      ["strict-transport-security", "max-age=15552000; includeSubDomains"],
      ["x-content-type-options", "nosniff"],
    ],
  },
  trace: "LHR",
  chains: both((path) => [
    leads(`https://${HOST}${path}`),
    leads(`http://${HOST}${path}`, 301, `https://${HOST}${path}`),
  ]),
};
