import { both, type Deployment, leads } from "./deployment.ts";
import { GOOGLE_MAIL } from "./mail-pieces.ts";

const HOST = "docs.latticekit.org";

/** Documentation at GitHub Pages: all headers are GitHub's. */
export const GITHUB_PAGES: Deployment = {
  names: {
    host: HOST,
    domain: "latticekit.org",
    nameservers: ["dns1.registrar-servers.com", "dns2.registrar-servers.com"],
    cnames: ["latticekit.github.io"],
    a: [["185.199.108.153", "185.199.109.153", "185.199.110.153", "185.199.111.153"]],
    aaaa: [["2606:50c0:8000::153", "2606:50c0:8001::153", "2606:50c0:8002::153", "2606:50c0:8003::153"]],
  },
  mail: {
    ...GOOGLE_MAIL,
    txt: ["v=spf1 include:_spf.google.com ~all"],
    dmarc: "v=DMARC1; p=reject; rua=mailto:dmarc@latticekit.org",
  },
  tls: ["letsEncrypt", [HOST], 52],
  page: {
    headers: [
      ["access-control-allow-origin", "*"],
      ["age", "211"],
      ["cache-control", "max-age=600"],
      ["content-type", "text/html; charset=utf-8"],
      ["expires", "Fri, 20 Nov 2026 09:06:29 GMT"],
      ["server", "GitHub.com"],
      ["vary", "Accept-Encoding"],
      ["via", "1.1 varnish"],
      ["x-cache", "HIT"],
      ["x-cache-hits", "1"],
      ["x-fastly-request-id", "a1"],
      ["x-github-request-id", "4C2A:1"],
      ["x-served-by", "cache-fra-eddf8230048-FRA"],
    ],
  },
  chains: both((path) => [
    leads(`https://${HOST}${path}`),
    leads(`http://${HOST}${path}`, 301, `https://${HOST}${path}`),
  ]),
  allowOrigin: "*",
};
