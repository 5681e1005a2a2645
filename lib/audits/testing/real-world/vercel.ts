import { both, type Deployment, leads } from "./deployment.ts";
import { GOOGLE_MAIL } from "./mail-pieces.ts";

const APEX = "https://acme-notes.com";
const WWW = "https://www.acme-notes.com";

/** Next.js, prerendered; the apex leads to www; mail at Google Workspace. */
export const VERCEL: Deployment = {
  names: {
    host: "acme-notes.com",
    domain: "acme-notes.com",
    nameservers: ["ns-cloud-b1.googledomains.com", "ns-cloud-b2.googledomains.com", "ns-cloud-b3.googledomains.com"],
    a: [["216.198.79.1"]],
    others: [
      { name: "www.acme-notes.com", cname: "d1d4fc829fe7bc7c.vercel-dns-017.com", resolves: true, status: "ok" },
    ],
  },
  mail: {
    ...GOOGLE_MAIL,
    txt: ["v=spf1 include:_spf.google.com ~all", "google-site-verification=Zc1w"],
    dmarc: "v=DMARC1; p=quarantine; pct=100; rua=mailto:dmarc@acme-notes.com",
  },
  tls: ["letsEncrypt", ["acme-notes.com"], 61],
  page: {
    url: `${WWW}/`,
    headers: [
      ["age", "5312"],
      ["cache-control", "public, max-age=0, must-revalidate"],
      ["content-type", "text/html; charset=utf-8"],
      ["server", "Vercel"],
      ["strict-transport-security", "max-age=63072000"],
      ["vary", "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch"],
      ["x-nextjs-prerender", "1"],
      ["x-powered-by", "Next.js"],
      ["x-vercel-cache", "HIT"],
      ["x-vercel-id", "fra1::iad1::9k7xb-1763629200123-0d3f0a"],
    ],
    references: [
      {
        kind: "script",
        url: "https://www.googletagmanager.com/gtag/js?id=G-1",
        tag: "script",
        integrity: null,
        crossorigin: null,
      },
    ],
  },
  front: {
    status: 308,
    headers: [
      ["location", `${WWW}/`],
      ["server", "Vercel"],
      ["x-vercel-id", "fra1::x2-1763629200123-1"],
    ],
  },
  asset: {
    url: `${WWW}/_next/static/chunks/4bd1b696-c023c6e35b9a1d4e.js`,
    first: [
      ["cache-control", "public,max-age=31536000,immutable"],
      ["x-vercel-cache", "HIT"],
    ],
    second: [
      ["cache-control", "public,max-age=31536000,immutable"],
      ["x-vercel-cache", "HIT"],
    ],
  },
  chains: both((path) => [
    leads(APEX + path, 308, WWW + path),
    leads(`http://acme-notes.com${path}`, 308, APEX + path, 308, WWW + path),
    leads(WWW + path),
    leads(`http://www.acme-notes.com${path}`, 308, WWW + path),
  ]),
};
