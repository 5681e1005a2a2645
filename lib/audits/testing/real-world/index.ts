import { AZURE } from "./azure.ts";
import { CLOUDFLARE } from "./cloudflare.ts";
import { CLOUDFLARE_ACCESS } from "./cloudflare-access.ts";
import { CLOUDFRONT } from "./cloudfront.ts";
import { CO_UK } from "./co-uk.ts";
import { FASTMAIL } from "./fastmail.ts";
import { FLY_API } from "./fly-api.ts";
import { GEO_DNS } from "./geo-dns.ts";
import { GITHUB_PAGES } from "./github-pages.ts";
import { NETLIFY } from "./netlify.ts";
import { NGINX } from "./nginx.ts";
import { VERCEL } from "./vercel.ts";

export const REAL_WORLD = {
  VERCEL,
  CLOUDFLARE,
  NETLIFY,
  CLOUDFRONT,
  FLY_API,
  NGINX,
  AZURE,
  GITHUB_PAGES,
  GEO_DNS,
  FASTMAIL,
  CLOUDFLARE_ACCESS,
  CO_UK,
} as const;
