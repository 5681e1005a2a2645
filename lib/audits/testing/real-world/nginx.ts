import { both, type Deployment, leads } from "./deployment.ts";

const APEX = "https://brotzeit-kasse.de";

/** One rented machine with nginx and certbot; mail on the same machine; nothing in front. */
export const NGINX: Deployment = {
  names: {
    host: "brotzeit-kasse.de",
    domain: "brotzeit-kasse.de",
    nameservers: ["helium.ns.hetzner.de", "hydrogen.ns.hetzner.com", "oxygen.ns.hetzner.com"],
    a: [["65.108.12.77"]],
  },
  mail: {
    mx: ["10 mail.brotzeit-kasse.de"],
    txt: ["v=spf1 mx -all"],
    dmarc: "v=DMARC1; p=reject; rua=mailto:postmaster@brotzeit-kasse.de",
    selectors: { provider: "", asked: ["dkim"], found: ["dkim"] },
  },
  tls: ["letsEncrypt", ["brotzeit-kasse.de", "www.brotzeit-kasse.de"], 31],
  page: {
    headers: [
      ["content-type", "text/html; charset=utf-8"],
      ["server", "nginx"],
      ["strict-transport-security", "max-age=31536000"],
      ["x-frame-options", "SAMEORIGIN"],
      ["x-content-type-options", "nosniff"],
      ["set-cookie", "PHPSESSID=abc; path=/; secure; HttpOnly; SameSite=Lax"],
    ],
  },
  chains: both((path) => [
    leads(APEX + path),
    leads(`http://brotzeit-kasse.de${path}`, 301, APEX + path),
    leads(`https://www.brotzeit-kasse.de${path}`, 301, APEX + path),
    leads(`http://www.brotzeit-kasse.de${path}`, 301, `https://www.brotzeit-kasse.de${path}`, 301, APEX + path),
  ]),
};
