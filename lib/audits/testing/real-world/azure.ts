import { both, type Deployment, leads } from "./deployment.ts";

const HOST = "portal.medplan.io";

/** Azure App Service behind Front Door, with its own redirect to HTTPS (307) and its own certificate. */
export const AZURE: Deployment = {
  names: {
    host: HOST,
    domain: "medplan.io",
    nameservers: ["ns1-04.azure-dns.com", "ns2-04.azure-dns.net", "ns3-04.azure-dns.org", "ns4-04.azure-dns.info"],
    cnames: [
      "medplan-prod-fxg2h7a4.z01.azurefd.net",
      "mr-z01.tm-azurefd.net",
      "shed.dual-low.s-part-0012.t-0009.t-msedge.net",
    ],
    a: [["13.107.246.40"], ["150.171.22.12"], ["13.107.246.40"]],
    aaaa: [["2620:1ec:bdf::40"]],
  },
  mail: {
    mx: ["0 medplan-io.mail.protection.outlook.com"],
    txt: ["v=spf1 include:spf.protection.outlook.com -all"],
    dmarc: "v=DMARC1; p=quarantine; rua=mailto:dmarc@medplan.io",
    included: { "spf.protection.outlook.com": "v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 -all" },
    selectors: { provider: "Microsoft 365", asked: ["selector1", "selector2"], found: ["selector1", "selector2"] },
  },
  tls: ["digicert", [HOST], 90],
  page: {
    headers: [
      ["cache-control", "no-store"],
      ["content-type", "text/html; charset=utf-8"],
      ["strict-transport-security", "max-age=31536000; includeSubDomains"],
      ["x-azure-ref", "20261120T090000Z-16f8"],
      ["x-cache", "CONFIG_NOCACHE"],
      ["set-cookie", "ARRAffinity=3f; Path=/; HttpOnly; Secure; Domain=portal.medplan.io"],
    ],
  },
  chains: both((path) => [
    leads(`https://${HOST}${path}`),
    leads(`http://${HOST}${path}`, 307, `https://${HOST}${path}`),
  ]),
};
