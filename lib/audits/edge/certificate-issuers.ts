type Issuer = { name: string; caa: readonly string[]; acme: "only" | "offered" | "managed" };

/**
 * Who signs most of the web's certificates: by organisation (or a word of the common name), the domains that its CAA
 * records name (CCADB, "CAA identifiers"), and whether it issues by ACME alone or also in
 * other ways; `managed`: only through a service that renews by itself. From the
 * authorities' own documents as of late 2026; an issuer that is not here is "not known", never "wrong".
 */
const ISSUERS: readonly (readonly [match: string, issuer: Issuer])[] = [
  ["let's encrypt", { name: "Let's Encrypt", caa: ["letsencrypt.org"], acme: "only" }],
  ["google trust services", { name: "Google Trust Services", caa: ["pki.goog"], acme: "only" }],
  ["zerossl", { name: "ZeroSSL", caa: ["sectigo.com", "zerossl.com"], acme: "offered" }],
  ["buypass", { name: "Buypass", caa: ["buypass.com", "buypass.no"], acme: "offered" }],
  [
    "amazon",
    { name: "Amazon", caa: ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"], acme: "managed" },
  ],
  ["cloudflare", { name: "Cloudflare", caa: ["digicert.com", "ssl.com", "cloudflare.com"], acme: "offered" }],
  ["ssl corporation", { name: "SSL.com", caa: ["ssl.com"], acme: "offered" }],
  ["ssl.com", { name: "SSL.com", caa: ["ssl.com"], acme: "offered" }],
  [
    "digicert",
    {
      name: "DigiCert",
      caa: [
        "digicert.com",
        "www.digicert.com",
        "digicert.ne.jp",
        "cybertrust.ne.jp",
        "symantec.com",
        "thawte.com",
        "geotrust.com",
        "rapidssl.com",
        "digitalcertvalidation.com",
        "quovadisglobal.com",
      ],
      acme: "offered",
    },
  ],
  [
    "sectigo",
    {
      name: "Sectigo",
      caa: ["sectigo.com", "comodoca.com", "comodo.com", "usertrust.com", "trust-provider.com"],
      acme: "offered",
    },
  ],
  ["globalsign", { name: "GlobalSign", caa: ["globalsign.com"], acme: "offered" }],
  ["entrust", { name: "Entrust", caa: ["entrust.net", "entrust.com", "affirmtrust.com"], acme: "offered" }],
  ["godaddy", { name: "GoDaddy", caa: ["godaddy.com", "starfieldtech.com"], acme: "offered" }],
  ["starfield", { name: "Starfield", caa: ["starfieldtech.com", "godaddy.com"], acme: "offered" }],
  ["microsoft", { name: "Microsoft", caa: ["microsoft.com"], acme: "offered" }],
  ["identrust", { name: "IdenTrust", caa: ["identrust.com"], acme: "offered" }],
  ["actalis", { name: "Actalis", caa: ["actalis.it"], acme: "offered" }],
];

/** The authority behind an issuer's name, e.g. `C=US, O=Let's Encrypt, CN=R13`. */
export function knownIssuer(issuer: string): Issuer | null {
  const text = issuer.toLowerCase();
  return ISSUERS.find(([match]) => text.includes(match))?.[1] ?? null;
}
