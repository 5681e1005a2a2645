import { cookieFlags } from "./cookie-flags.ts";
import { cors } from "./cors.ts";
import { csp } from "./csp.ts";
import { framing } from "./framing.ts";
import { hsts } from "./hsts.ts";
import { nosniff } from "./nosniff.ts";
import { referrerPolicy } from "./referrer-policy.ts";
import { securityTxt } from "./security-txt.ts";
import { serverBanner } from "./server-banner.ts";

export const HEADER_RULES = [
  hsts,
  csp,
  framing,
  nosniff,
  referrerPolicy,
  serverBanner,
  cookieFlags,
  cors,
  securityTxt,
] as const;
