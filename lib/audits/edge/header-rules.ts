import { cookieFlags } from "./cookie-flags.ts";
import { cookiePrefixes } from "./cookie-prefixes.ts";
import { cookieScope } from "./cookie-scope.ts";
import { cors } from "./cors.ts";
import { crossOriginEmbedder } from "./cross-origin-embedder.ts";
import { crossOriginOpener } from "./cross-origin-opener.ts";
import { crossOriginResource } from "./cross-origin-resource.ts";
import { csp } from "./csp.ts";
import { cspNonce } from "./csp-nonce.ts";
import { cspQuality } from "./csp-quality.ts";
import { deprecatedHeaders } from "./deprecated-headers.ts";
import { framing } from "./framing.ts";
import { headerSize } from "./header-size.ts";
import { hsts } from "./hsts.ts";
import { hstsPreload } from "./hsts-preload.ts";
import { nosniff } from "./nosniff.ts";
import { permissionsPolicy } from "./permissions-policy.ts";
import { referrerPolicy } from "./referrer-policy.ts";
import { securityTxt } from "./security-txt.ts";
import { serverBanner } from "./server-banner.ts";
import { sri } from "./sri.ts";

export const HEADER_RULES = [
  hsts,
  hstsPreload,
  csp,
  cspQuality,
  cspNonce,
  framing,
  nosniff,
  referrerPolicy,
  permissionsPolicy,
  crossOriginOpener,
  crossOriginEmbedder,
  crossOriginResource,
  serverBanner,
  deprecatedHeaders,
  headerSize,
  cookieFlags,
  cookiePrefixes,
  cookieScope,
  cors,
  sri,
  securityTxt,
] as const;
