import type { HEADER_RULES } from "#lib/audits/edge/header-rules.ts";
import { asvs, cwe, mdn, rfc } from "../references.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import type { TextsOf } from "./text-of.ts";

type Id =
  | "edge/permissions-policy"
  | "edge/cross-origin-opener"
  | "edge/cross-origin-embedder"
  | "edge/cross-origin-resource"
  | "edge/cors"
  | "edge/sri";

export const ISOLATION_TEXTS = {
  "edge/permissions-policy": {
    title: "Features that the page does not use are switched off",
    why: "A script that gets into the page, or a frame in it, can ask for the camera, the microphone or the place in your name. What is switched off cannot be asked for.",
    fix: "Switch off what the product does not use: `Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()`. Let your own pages use one with `camera=(self)`, and one frame with `camera=(self \"https://meet.example\")`. Commas stand between features; a semicolon or a quoted 'none' breaks the whole header.",
    references: [
      { label: "W3C: Permissions Policy", url: "https://www.w3.org/TR/permissions-policy/" },
      rfc(9651, "Structured Field Values for HTTP"),
      mdn("Permissions-Policy", "HTTP/Reference/Headers/Permissions-Policy"),
    ],
    cwe: "CWE-693",
    owasp: "API8:2023",
    outcomes: {
      ok: "The permissions policy rules {count} features.",
      missing: "No Permissions-Policy is sent, so every feature keeps the browser's own default.",
      "old-header": "Only Feature-Policy is sent, which browsers no longer heed.",
      "unknown-feature": "The permissions policy names what no browser knows: {features}.",
      "open-to-all": "The permissions policy lets every frame use {features}.",
      malformed: "The Permissions-Policy header cannot be read, so browsers ignore all of it.",
      elsewhere: ELSEWHERE,
    },
  },
  "edge/cross-origin-opener": {
    title: "Other windows get no hold of the page",
    why: "A site that opens your page in a window keeps a handle on it: it can navigate it away to a forgery, count its frames, and use side channels to learn who is signed in.",
    fix: "Send `Cross-Origin-Opener-Policy: same-origin` with every page, or `same-origin-allow-popups` where sign-in or payment opens a window of another site. Send it once, without quotes.",
    references: [
      {
        label: "WHATWG: HTML, cross-origin opener policies",
        url: "https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies",
      },
      mdn("Cross-Origin-Opener-Policy", "HTTP/Reference/Headers/Cross-Origin-Opener-Policy"),
      asvs(3),
    ],
    cwe: "CWE-346",
    asvs: "V3.4.8",
    outcomes: {
      ok: "The opener policy is {value}.",
      missing: "No Cross-Origin-Opener-Policy is sent: a window that opened the page keeps a handle on it.",
      "report-only": "The opener policy is only reported, not enforced.",
      off: "The opener policy is switched off (unsafe-none).",
      ineffective: "Browsers ignore the opener policy as it is sent ({value}).",
      "over-http": "The page is served over plain HTTP ({url}), where browsers ignore this policy.",
      elsewhere: ELSEWHERE,
    },
  },
  "edge/cross-origin-embedder": {
    title: "The embedder policy does what it should, where it is used",
    why: "With the opener policy it isolates a page, which browsers ask for before they hand out shared memory and exact clocks. Alone it only stops foreign images and frames from loading.",
    fix: "Most products need none: leave it out. Where the page uses SharedArrayBuffer, send `Cross-Origin-Embedder-Policy: require-corp` (or `credentialless`) together with `Cross-Origin-Opener-Policy: same-origin`.",
    references: [
      {
        label: "WHATWG: HTML, embedder policies",
        url: "https://html.spec.whatwg.org/multipage/browsers.html#coep",
      },
      mdn("Cross-Origin-Embedder-Policy", "HTTP/Reference/Headers/Cross-Origin-Embedder-Policy"),
    ],
    outcomes: {
      ok: "The page is isolated from other origins ({value}).",
      "not-used": "No embedder policy is in force; only pages that use shared memory need one.",
      "not-isolated": "The embedder policy {value} isolates nothing without Cross-Origin-Opener-Policy: same-origin.",
      ineffective: "Browsers ignore the embedder policy as it is sent ({value}).",
      elsewhere: ELSEWHERE,
    },
  },
  "edge/cross-origin-resource": {
    title: "Other sites cannot embed the answer",
    why: "A foreign page that loads your page as an image or script pulls it into its own process, where side channels such as Spectre can read it with the visitor's session.",
    fix: "Send `Cross-Origin-Resource-Policy: same-origin` with pages, and `same-site` where your other hosts embed them. Only files that are meant for every site get `cross-origin`.",
    references: [
      {
        label: "WHATWG: Fetch, Cross-Origin-Resource-Policy",
        url: "https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header",
      },
      mdn("Cross-Origin Resource Policy", "HTTP/Guides/Cross-Origin_Resource_Policy"),
      asvs(3),
    ],
    cwe: "CWE-346",
    asvs: "V3.5.8",
    outcomes: {
      ok: "The resource policy is {value}.",
      missing: "No Cross-Origin-Resource-Policy is sent, so other sites may embed the page's bytes.",
      open: "The resource policy is cross-origin: every site may embed the page's bytes.",
      ineffective: "Browsers ignore the resource policy as it is sent ({value}).",
      elsewhere: ELSEWHERE,
    },
  },
  "edge/cors": {
    title: "Other sites cannot read with a visitor's session",
    why: "A server that lets any origin in with credentials lets every website that a signed-in person visits read and act in their name. Tried by GET with hostile origins; preflight requests (OPTIONS) are not part of a passive audit, so what scripts may send is not judged here.",
    fix: "Compare the Origin header with a list of exact origins and answer only those: `Access-Control-Allow-Origin: https://app.example.com` with `Vary: Origin`. Never reflect what was sent, never allow `null`, never match by prefix, suffix or regular expression.",
    references: [
      { label: "WHATWG: Fetch, CORS protocol", url: "https://fetch.spec.whatwg.org/#http-cors-protocol" },
      asvs(3),
      cwe(942, "Permissive Cross-domain Policy with Untrusted Domains"),
    ],
    cwe: "CWE-942",
    asvs: "V3.4.2",
    owasp: "API8:2023",
    outcomes: {
      ok: "None of {count} hostile origins is let in.",
      public: "Any site may read what is public; credentials are not let in.",
      "vary-missing":
        "The answer differs by origin ({origin} is let in) without Vary: Origin, so a cache hands it to others.",
      "several-values": "Access-Control-Allow-Origin names several origins ({value}), which browsers refuse.",
      "wildcard-credentials":
        "Credentials are allowed beside a wildcard, which browsers refuse: the setting is confused.",
      reflects: "The origin {origin} is reflected, without credentials: any site may read what is public.",
      "any-subdomain":
        "A made-up subdomain ({origin}) is let in with credentials: each forgotten or rented subdomain can read.",
      "plain-http-origin":
        "The plain origin {origin} is let in with credentials: whoever controls the network can read.",
      "null-origin": "The origin null is let in with credentials, and any site can send it from a sandboxed frame.",
      "look-alike": "The look-alike origin {origin} is let in with credentials: the comparison is not exact.",
      "reflects-with-credentials":
        "Any origin is let in with credentials ({origin} was): every site can read as the visitor.",
      "not-tried": "No origin could be tried.",
    },
  },
  "edge/sri": {
    title: "Foreign scripts are checked before they run",
    why: "A script from another site runs with all rights of your page. When that site is taken over, as polyfill.io was in 2024, your visitors run what the attacker wrote.",
    fix: 'Best: serve the file yourself. Else pin it: `<script src="https://cdn.example/lib-1.2.3.js" integrity="sha384-…" crossorigin="anonymous"></script>`, with the hash from `openssl dgst -sha384 -binary lib-1.2.3.js | openssl base64 -A`. Scripts that change by design (payments, tag managers) cannot be pinned: keep few, and name their hosts in the CSP.',
    references: [
      { label: "W3C: Subresource Integrity", url: "https://www.w3.org/TR/SRI/" },
      mdn("Subresource Integrity", "Security/Defenses/Subresource_Integrity"),
      asvs(3),
      cwe(353, "Missing Support for Integrity Check"),
    ],
    cwe: "CWE-353",
    asvs: "V3.6.1",
    outcomes: {
      ok: "Every script and style sheet of another site is checked before it is used.",
      "nothing-foreign": "No script or style sheet of the page comes from another origin.",
      "no-document": "The answer is no HTML document.",
      evergreen:
        "Files of services that change them under one address run unchecked ({count}, {url} first). No hash fits them: let the content security policy allow just these services.",
      "style-unchecked": "{count} style sheets of other sites are used unchecked, {url} first.",
      "script-unchecked": "{count} scripts of other sites run unchecked, {url} first.",
      ineffective: "The integrity attribute of {url} names no hash that browsers know, so nothing is checked.",
      "no-crossorigin": "{url} has an integrity attribute but no crossorigin, so browsers refuse to load it.",
      impossible: "The hash in the integrity attribute of {url} has the wrong length, so browsers refuse to load it.",
      truncated: "The page was cut off at the size limit; nothing was found in what was read of it.",
      elsewhere: ELSEWHERE,
    },
  },
} as const satisfies Pick<TextsOf<typeof HEADER_RULES>, Id>;
