import { browserCsp } from "./browser-csp.ts";
import { browserMixedContent } from "./browser-mixed-content.ts";
import { cachingApi } from "./caching-api.ts";
import { cachingAssets } from "./caching-assets.ts";
import { cachingHtml } from "./caching-html.ts";
import { mixedContent } from "./mixed-content.ts";
import { mixedCss } from "./mixed-css.ts";
import { mixedForms } from "./mixed-forms.ts";

export const CONTENT_RULES = [
  mixedContent,
  mixedCss,
  mixedForms,
  browserMixedContent,
  browserCsp,
  cachingAssets,
  cachingHtml,
  cachingApi,
] as const;
