import { canonicalOrigin } from "./canonical-origin.ts";
import { httpsRedirect } from "./https-redirect.ts";

export const REDIRECT_RULES = [httpsRedirect, canonicalOrigin] as const;
