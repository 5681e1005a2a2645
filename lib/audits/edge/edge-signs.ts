type HeaderSign = readonly [name: string, value: RegExp | null];

/** How an edge shows itself besides by its addresses. A header that starts with `*` is a prefix of names. */
export type EdgeSigns = {
  edge: string;
  /** It runs the site too, so there is no origin behind it that has an address of its own. */
  isPlatform?: true;
  headers: readonly HeaderSign[];
  /** Suffixes of the names that customers point a CNAME at. */
  cnames: readonly string[];
  /** Suffixes of name servers that belong to the edge itself. Its DNS may be used without its edge. */
  nameservers: readonly string[];
};

/** From the edges' own documents as of November 2026; several may stand one behind the other. */
export const EDGE_SIGNS: readonly EdgeSigns[] = [
  {
    edge: "Cloudflare",
    headers: [
      ["cf-ray", /^[0-9a-f]{16}/],
      ["server", /^cloudflare$/i],
      ["cf-cache-status", null],
    ],
    cnames: ["cdn.cloudflare.net"],
    nameservers: ["ns.cloudflare.com"],
  },
  {
    edge: "Fastly",
    headers: [
      ["x-served-by", /^cache-[a-z0-9-]+/i],
      ["x-fastly-request-id", null],
      ["fastly-restarts", null],
    ],
    cnames: ["fastly.net", "fastlylb.net", "fastly-edge.com"],
    nameservers: [],
  },
  {
    edge: "Amazon CloudFront",
    headers: [
      ["x-amz-cf-id", null],
      ["x-amz-cf-pop", null],
      ["via", /\(CloudFront\)/],
    ],
    cnames: ["cloudfront.net"],
    nameservers: [],
  },
  {
    edge: "Akamai",
    headers: [
      ["*x-akamai-", null],
      ["*akamai-", null],
      ["server", /^AkamaiGHost|^AkamaiNetStorage/i],
    ],
    cnames: ["edgekey.net", "edgesuite.net", "akamaiedge.net", "akamaized.net", "akamai.net"],
    nameservers: ["akam.net", "akamaiedge.net"],
  },
  {
    edge: "Imperva",
    headers: [
      ["x-iinfo", null],
      ["x-cdn", /^(?:Imperva|Incapsula)/i],
    ],
    cnames: ["incapdns.net", "impervadns.net"],
    nameservers: [],
  },
  {
    edge: "Sucuri",
    headers: [
      ["x-sucuri-id", null],
      ["server", /^Sucuri/i],
    ],
    cnames: ["sucuridns.com"],
    nameservers: ["sucuridns.com"],
  },
  {
    edge: "Vercel",
    isPlatform: true,
    headers: [
      ["x-vercel-id", null],
      ["server", /^vercel$/i],
    ],
    cnames: ["vercel-dns.com", "vercel.app", "vercel-dns-016.com", "vercel-dns-017.com"],
    nameservers: ["vercel-dns.com"],
  },
  {
    edge: "GitHub Pages",
    isPlatform: true,
    headers: [
      ["x-github-request-id", null],
      ["server", /^GitHub\.com$/i],
    ],
    cnames: ["github.io"],
    nameservers: [],
  },
  {
    edge: "Netlify",
    isPlatform: true,
    headers: [
      ["x-nf-request-id", null],
      ["server", /^netlify/i],
    ],
    cnames: ["netlify.app", "netlify.com", "netlifyglobalcdn.com"],
    nameservers: [],
  },
  {
    edge: "Azure Front Door",
    headers: [["x-azure-ref", null]],
    cnames: ["azurefd.net", "azureedge.net", "t-msedge.net"],
    nameservers: [],
  },
  {
    edge: "Google",
    headers: [
      ["via", /^1\.1 google$/i],
      ["server", /^(?:Google Frontend|gws|ghs)$/i],
    ],
    cnames: ["ghs.googlehosted.com", "ghs.google.com"],
    nameservers: [],
  },
  {
    edge: "Fly.io",
    isPlatform: true,
    headers: [
      ["fly-request-id", null],
      ["server", /^Fly\//i],
    ],
    cnames: ["fly.dev"],
    nameservers: [],
  },
  {
    edge: "bunny.net",
    headers: [
      ["cdn-pullzone", null],
      ["cdn-requestid", null],
      ["server", /^BunnyCDN/i],
    ],
    cnames: ["b-cdn.net"],
    nameservers: ["bunny.net"],
  },
];

/** Traces of something that tells bots from people: a header, or the name of a cookie. */
export const BOT_SIGNS: {
  headers: readonly HeaderSign[];
  cookies: readonly (readonly [name: RegExp, by: string])[];
} = {
  headers: [
    ["cf-mitigated", /^challenge/i],
    ["x-vercel-mitigated", null],
    ["x-amzn-waf-action", null],
    ["x-datadome", null],
    ["x-datadome-cid", null],
    ["x-kpsdk-ct", null],
  ],
  cookies: [
    [/^__cf_bm$|^cf_clearance$/, "Cloudflare"],
    [/^_abck$|^bm_sz$|^ak_bmsc$|^bm_sv$/, "Akamai"],
    [/^incap_ses_|^visid_incap_|^reese84$/, "Imperva"],
    [/^aws-waf-token$/, "AWS WAF"],
    [/^datadome$/, "DataDome"],
    [/^_px\w{0,4}$|^_pxhd$/, "HUMAN"],
    [/^sucuri_cloudproxy_/, "Sucuri"],
  ],
};
