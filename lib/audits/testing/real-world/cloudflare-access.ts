import { both, type Deployment, leads } from "./deployment.ts";
import { GOOGLE_MAIL } from "./mail-pieces.ts";

const HOST = "ops.gearloop.com";
const LOGIN = "https://gearloop.cloudflareaccess.com/cdn-cgi/access/login";
const login = (path: string) => `${LOGIN}/${HOST}?kid=7f&meta=eyJ0&redirect_url=${encodeURIComponent(path)}`;

/** An internal tool that nobody sees without a login at Cloudflare Access. */
export const CLOUDFLARE_ACCESS: Deployment = {
  names: {
    host: HOST,
    domain: "gearloop.com",
    nameservers: ["kai.ns.cloudflare.com", "uma.ns.cloudflare.com"],
    a: [["104.18.2.35", "104.18.3.35"]],
    aaaa: [["2606:4700::6812:223", "2606:4700::6812:323"]],
    caa: { name: "gearloop.com", records: ['0 issue "pki.goog"', '0 issue "letsencrypt.org"'] },
  },
  mail: {
    ...GOOGLE_MAIL,
    txt: ["v=spf1 include:_spf.google.com -all"],
    dmarc: "v=DMARC1; p=reject; rua=mailto:dmarc@gearloop.com",
  },
  tls: ["google", [HOST], 49],
  page: { url: login("/"), headers: [["content-type", "text/html"]] },
  front: {
    status: 302,
    headers: [
      ["cf-ray", "99f0c1d2ab3c4d60-FRA"],
      ["location", login("/")],
      ["server", "cloudflare"],
      ["set-cookie", "CF_AppSession"],
    ],
  },
  trace: "FRA",
  chains: both((path) => [
    leads(`https://${HOST}${path}`, 302, login(path)),
    leads(`http://${HOST}${path}`, 301, `https://${HOST}${path}`, 302, login(path)),
  ]),
};
