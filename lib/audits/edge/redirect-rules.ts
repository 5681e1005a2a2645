import { apiPlainHttp } from "./api-plain-http.ts";
import { canonicalOrigin } from "./canonical-origin.ts";
import { httpsRedirect } from "./https-redirect.ts";
import { oldUrls } from "./old-urls.ts";
import { redirectHops } from "./redirect-hops.ts";
import { redirectPath } from "./redirect-path.ts";
import { redirectPermanence } from "./redirect-permanence.ts";

export const REDIRECT_RULES = [
  httpsRedirect,
  canonicalOrigin,
  redirectPath,
  redirectHops,
  redirectPermanence,
  apiPlainHttp,
  oldUrls,
] as const;
