import type { CONTENT_RULES } from "#lib/audits/edge/content-rules.ts";
import { cwe, rfc } from "../references.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import type { TextsOf } from "./text-of.ts";

const MIXED_REFERENCES = [
  { label: "W3C: Mixed Content", url: "https://www.w3.org/TR/mixed-content/" },
  cwe(319, "Cleartext Transmission of Sensitive Information"),
];
const CACHE_REFERENCES = [rfc(9111, "HTTP Caching"), cwe(524, "Use of Cache Containing Sensitive Information")];
const OVER_HTTP = "The page itself is served over plain HTTP ({url}).";
const NO_DOCUMENT = "The answer is not an HTML document.";
const TRUNCATED = "Nothing plain was found, but the document was too long to be read to its end.";
const UPGRADED = "Plain references are there ({count}), and the policy upgrades them to HTTPS.";

export const CONTENT_TEXTS = {
  "edge/mixed-content": {
    title: "The page loads nothing over plain HTTP",
    why: "Browsers block plain scripts, styles, frames and sets of images, so the page breaks. Plain images they ask for over HTTPS instead, and show nothing where that fails.",
    fix: "Change the addresses to https:// (or to relative ones), also in `srcset` and `<base href>`. As a net below: `Content-Security-Policy: upgrade-insecure-requests`.",
    references: MIXED_REFERENCES,
    cwe: "CWE-319",
    asvs: "V12.2.1",
    outcomes: {
      ok: "The document refers to nothing over plain HTTP.",
      upgraded: UPGRADED,
      upgradeable: "Images or media over plain HTTP, which browsers ask for over HTTPS: {count}, the first is {url}.",
      blockable: "Browsers block what the page loads over plain HTTP: {count}, the first is {url}.",
      base: "<base href> makes relative addresses plain ({url}): {count} of them.",
      "base-refused":
        "<base href> is plain ({url}). Browsers pass over it, since the policy refuses it; {count} addresses would be plain otherwise.",
      "over-http": OVER_HTTP,
      "no-document": NO_DOCUMENT,
      truncated: TRUNCATED,
      elsewhere: ELSEWHERE,
    },
  },
  "edge/mixed-css": {
    title: "Style sheets load nothing over plain HTTP",
    why: "Browsers block plain fonts and imported sheets, and ask for plain background images over HTTPS instead; where that fails the page looks broken, and nobody sees why in its markup.",
    fix: "Change `url(http://…)` and `@import` in the named style sheet to https:// or to relative addresses, and build again. As a net below: `Content-Security-Policy: upgrade-insecure-requests`.",
    references: MIXED_REFERENCES,
    cwe: "CWE-319",
    asvs: "V12.2.1",
    outcomes: {
      ok: "Neither the styles in the document nor the linked sheets of this site load anything plain ({read} of {total} sheets read).",
      upgraded: UPGRADED,
      upgradeable:
        "Style sheets name images over plain HTTP, which browsers ask for over HTTPS: {count}, the first is {url}.",
      blockable: "Browsers block what style sheets load over plain HTTP: {count}, the first is {url}.",
      unread: "Nothing plain was found, but only {read} of {total} linked style sheets could be read to their end.",
      truncated: TRUNCATED,
      "over-http": OVER_HTTP,
      "no-document": NO_DOCUMENT,
      elsewhere: ELSEWHERE,
    },
  },
  "edge/mixed-forms": {
    title: "Forms and forwards stay on HTTPS",
    why: "A plain form sends what people type in the clear, for everybody on the way to read and to change. A plain forward hands them over to whoever answers first.",
    fix: "Give the form (or its button's `formaction`) and the `<meta http-equiv=refresh>` an https:// or relative address. As a net below: `Content-Security-Policy: upgrade-insecure-requests; form-action 'self'`.",
    references: MIXED_REFERENCES,
    cwe: "CWE-319",
    asvs: "V12.2.1",
    outcomes: {
      ok: "No form and no forward of the document leads to plain HTTP.",
      upgraded: "Plain forms or forwards are there ({count}), and the policy upgrades them to HTTPS.",
      form: "A form sends its data over plain HTTP to {url}.",
      refresh: "The document forwards its visitors to plain HTTP: {url}.",
      "over-http": OVER_HTTP,
      "no-document": NO_DOCUMENT,
      truncated: TRUNCATED,
      elsewhere: ELSEWHERE,
    },
  },
  "edge/browser-mixed-content": {
    title: "A real browser finds nothing plain",
    why: "What scripts load while the page runs stands in no markup; only a browser that runs them sees it.",
    fix: "Search the scripts and the data that they load for http:// and change it to https://. As a net below: `Content-Security-Policy: upgrade-insecure-requests`.",
    references: MIXED_REFERENCES,
    cwe: "CWE-319",
    asvs: "V12.2.1",
    outcomes: {
      ok: "{product} opened the page and was asked for nothing over plain HTTP.",
      unsettled:
        "{product} was asked for nothing over plain HTTP while it watched; the page had not come to rest by then.",
      upgraded: "{product} asked for plain addresses over HTTPS instead: {count}, the first is {url}.",
      warning: "{product} let plain addresses through with a warning: {count}, the first is {url}.",
      blocked: "{product} blocked what the page asked for over plain HTTP: {count}, the first is {url}.",
      "over-http": OVER_HTTP,
      elsewhere: ELSEWHERE,
    },
  },
  "edge/browser-csp": {
    title: "The page keeps to its own policy",
    why: "What the page's Content-Security-Policy refuses does not run for anybody. Either something of the page is broken, or something is in it that does not belong there.",
    fix: "For each thing named: remove it, or allow just it in the directive (its origin, a nonce or a hash), e.g. `script-src 'self' 'nonce-…'`. Try changes first as `Content-Security-Policy-Report-Only`.",
    references: [
      { label: "W3C: Content Security Policy Level 3", url: "https://www.w3.org/TR/CSP3/" },
      { label: "MDN: Content-Security-Policy", url: "https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP" },
    ],
    asvs: "V3.4.3",
    outcomes: {
      ok: "{product} refused nothing of the page by its policy.",
      "report-only": "A policy that only reports would refuse parts of the page: {count}, the first by {directive}.",
      broken: "{product} refused parts of the page by its own policy: {count}, the first by {directive}.",
      elsewhere: ELSEWHERE,
    },
  },
  "edge/caching-assets": {
    title: "Hashed files are cached for long, at the edge too",
    why: "A file whose name changes with its contents never goes stale. Cached for long, it costs returning visitors no request, and your server none either.",
    fix: "Send `Cache-Control: public, max-age=31536000, immutable` with files that have a hash in their name, and let the edge store them.",
    references: [
      rfc(9111, "HTTP Caching"),
      rfc(8246, "HTTP Immutable Responses"),
      rfc(9211, "The Cache-Status HTTP Response Header Field"),
    ],
    outcomes: {
      ok: "Hashed files ({count} tried) live for {days} days or longer, and the second answer came out of the edge's cache ({proof}).",
      unproven:
        "Hashed files ({count} tried) live for {days} days or longer. No header tells whether an edge stores them, so only their lifetime was judged.",
      "not-stored": "The edge did not serve {url} out of its cache the second time ({proof}).",
      short: "{url} may be kept for {days} days only ({policy}), though its name changes with its contents.",
      uncached: "{url} is fetched anew each time ({policy}), though its name changes with its contents.",
      "no-files": "The document refers to no file of this site with a hash in its name.",
      unseen: "None of the hashed files could be fetched ({count} tried).",
    },
  },
  "edge/caching-html": {
    title: "Shared caches do not store pages",
    why: "A page that a shared cache stores is shown to the next visitor as it was made for this one, with name, session and all.",
    fix: "Send `Cache-Control: private, no-store` with HTML (or `no-cache` where it is the same for everybody), and cache nothing but static files at the edge.",
    references: CACHE_REFERENCES,
    cwe: "CWE-524",
    asvs: "V14.2.2",
    outcomes: {
      ok: "The page tells shared caches not to store it ({policy}).",
      asked: "Shared caches may store the page, but have to ask each time before they show it ({policy}).",
      silent: "The page does not say whether caches may store it ({policy}), so they decide by themselves.",
      shared:
        "Shared caches may store the page and show it to others ({policy}), which is right only where it is the same for everybody.",
      "edge-copy":
        "The edge keeps a copy of the page ({proof}) that is meant for everybody: it sets no cookie, and browsers ask each time ({policy}).",
      hit: "The page came out of a shared cache ({proof}).",
      cookie:
        "The page sets a cookie and allows shared caches to store it ({policy}), which gives one visitor's cookie to others.",
      "other-answer": NO_DOCUMENT,
      elsewhere: ELSEWHERE,
    },
  },
  "edge/caching-api": {
    title: "Shared caches do not store API answers",
    why: "An API answer that a shared cache stores may hold one caller's data and be given to the next.",
    fix: "Send `Cache-Control: no-store` with every API answer, and tell the edge to pass the API through.",
    references: CACHE_REFERENCES,
    cwe: "CWE-524",
    asvs: "V14.2.2",
    outcomes: {
      ok: "The API tells shared caches not to store its answer ({policy}).",
      asked: "Shared caches may store the answer, but have to ask each time before they give it out ({policy}).",
      silent: "The API does not say whether caches may store its answer ({policy}), so they decide by themselves.",
      shared: "Shared caches may store the answer and give it to others ({policy}).",
      "edge-copy":
        "A shared cache keeps a copy of the answer ({proof}), which says that clients ask each time ({policy}).",
      hit: "The answer came out of a shared cache ({proof}).",
      cookie:
        "The answer sets a cookie and allows shared caches to store it ({policy}), which gives one caller's cookie to others.",
      "other-answer": "No answer of the API was seen.",
      elsewhere: ELSEWHERE,
    },
  },
} as const satisfies TextsOf<typeof CONTENT_RULES>;
