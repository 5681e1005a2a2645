import { both, type Deployment, leads, noName } from "./deployment.ts";
import { GOOGLE_MAIL } from "./mail-pieces.ts";

const APEX = "https://regionly.net";
const [FRANKFURT, VIRGINIA, SINGAPORE] = ["116.203.44.10", "5.161.88.21", "5.223.41.9"];

/** Own machines on three continents; the DNS sends everybody to the nearest. The team has said which they are. */
export const GEO_DNS: Deployment = {
  names: {
    host: "regionly.net",
    domain: "regionly.net",
    nameservers: ["dns1.p05.nsone.net", "dns2.p05.nsone.net", "dns3.p05.nsone.net", "dns4.p05.nsone.net"],
    a: [[FRANKFURT], [VIRGINIA], [SINGAPORE]],
    own: [[FRANKFURT], [VIRGINIA]],
    caa: { name: "regionly.net", records: ['0 issue "letsencrypt.org"'] },
  },
  mail: {
    ...GOOGLE_MAIL,
    txt: ["v=spf1 include:_spf.google.com ~all"],
    dmarc: "v=DMARC1; p=reject; rua=mailto:dmarc@regionly.net",
  },
  tls: ["letsEncrypt", ["regionly.net"], 80],
  page: {
    headers: [
      ["cache-control", "no-store"],
      ["content-type", "text/html; charset=utf-8"],
      ["server", "Caddy"],
      ["strict-transport-security", "max-age=31536000"],
    ],
  },
  chains: both((path) => [
    leads(APEX + path),
    leads(`http://regionly.net${path}`, 308, APEX + path),
    noName(`https://www.regionly.net${path}`),
    noName(`http://www.regionly.net${path}`),
  ]),
  notes: { expects: [FRANKFURT, VIRGINIA, SINGAPORE] },
};
