import type { Settings } from "../settings.ts";
import type { Fault } from "./fault.ts";

function setDirective(settings: Settings, name: string, sources: string): void {
  if (settings.csp) settings.csp.directives[name] = sources;
}

export const HEADER_FAULTS = [
  {
    name: "hsts-missing",
    title: "No HSTS",
    how: "No Strict-Transport-Security header is sent.",
    rules: ["edge/hsts"],
    apply(settings) {
      delete settings.headers["strict-transport-security"];
    },
  },
  {
    name: "hsts-short",
    title: "HSTS for five minutes",
    how: "The HSTS max-age is 300 seconds.",
    rules: ["edge/hsts"],
    apply(settings) {
      settings.headers["strict-transport-security"] = "max-age=300";
    },
  },
  {
    name: "hsts-switched-off",
    title: "HSTS switched off",
    how: "HSTS is sent with max-age=0, which tells browsers to forget it.",
    rules: ["edge/hsts"],
    apply(settings) {
      settings.headers["strict-transport-security"] = "max-age=0";
    },
  },
  {
    name: "hsts-malformed",
    title: "HSTS that browsers cannot read",
    how: "The HSTS header has no max-age, so browsers ignore it.",
    rules: ["edge/hsts"],
    apply(settings) {
      settings.headers["strict-transport-security"] = "includeSubDomains; preload";
    },
  },
  {
    name: "hsts-over-http-only",
    title: "HSTS only over http",
    how: "HSTS is sent over http, where browsers ignore it, and not over https.",
    rules: ["edge/hsts"],
    apply(settings) {
      delete settings.headers["strict-transport-security"];
      settings.plainHeaders["strict-transport-security"] = "max-age=31536000";
    },
  },
  {
    name: "hsts-second-counts-not",
    title: "The good HSTS header comes second",
    how: "Two HSTS headers are sent, and the first, which alone counts, is five minutes long.",
    rules: ["edge/hsts"],
    apply(settings) {
      settings.headers["strict-transport-security"] = ["max-age=300", "max-age=31536000; includeSubDomains"];
    },
  },
  {
    name: "hsts-preload-in-vain",
    title: "HSTS asks for preloading in vain",
    how: "The HSTS header says preload without includeSubDomains, which the preload list refuses.",
    rules: ["edge/hsts-preload"],
    apply(settings) {
      settings.headers["strict-transport-security"] = "max-age=31536000; preload";
    },
  },
  {
    name: "csp-missing",
    title: "No Content-Security-Policy",
    how: "No Content-Security-Policy is sent; framing is still refused by X-Frame-Options.",
    rules: ["edge/csp"],
    apply(settings) {
      settings.csp = null;
    },
  },
  {
    name: "csp-unsafe-inline",
    title: "CSP allows inline scripts",
    how: "The policy's script-src allows 'unsafe-inline'.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'self' 'unsafe-inline'"),
  },
  {
    name: "csp-unsafe-eval",
    title: "CSP allows eval",
    how: "The policy's script-src allows 'unsafe-eval'.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'nonce' 'unsafe-eval'"),
  },
  {
    name: "csp-any-script",
    title: "CSP allows scripts from anywhere",
    how: "The policy's script-src is https:, which is every site there is.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "https:"),
  },
  {
    name: "csp-report-only",
    title: "CSP only reports",
    how: "The policy is sent as Content-Security-Policy-Report-Only, which blocks nothing.",
    rules: ["edge/csp"],
    apply(settings) {
      if (settings.csp) settings.csp.header = "content-security-policy-report-only";
    },
  },
  {
    name: "csp-wildcard-script",
    title: "CSP allows scripts by a wildcard",
    how: "The policy's script-src is *.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'self' *"),
  },
  {
    name: "csp-data-scripts",
    title: "CSP allows data: scripts",
    how: "The policy's script-src allows data:, so an injected address is a script.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'nonce' data:"),
  },
  {
    name: "csp-open-suffix",
    title: "CSP allows everybody's hosts",
    how: "The policy's script-src allows *.github.io, where anybody can have a name.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'nonce' https://*.github.io"),
  },
  {
    name: "csp-bypass-host",
    title: "CSP allows a host with every package",
    how: "The policy's script-src allows cdn.jsdelivr.net, which serves any package of anybody.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'nonce' https://cdn.jsdelivr.net"),
  },
  {
    name: "csp-http-script",
    title: "CSP allows scripts over http",
    how: "The policy's script-src names a host over plain http.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'nonce' http://static.ops-copilot.test"),
  },
  {
    name: "csp-unsafe-hashes",
    title: "CSP allows hashed handlers",
    how: "The policy's script-src allows inline event handlers by hash ('unsafe-hashes').",
    rules: ["edge/csp"],
    apply: (settings) =>
      setDirective(
        settings,
        "script-src",
        "'nonce' 'unsafe-hashes' 'sha256-n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='",
      ),
  },
  {
    name: "csp-short-nonce",
    title: "CSP nonce is short",
    how: "The nonce of the policy has 48 bits.",
    rules: ["edge/csp", "edge/csp-nonce"],
    apply: (settings) => setDirective(settings, "script-src", "'self' 'nonce-c2hvcnQh'"),
  },
  {
    name: "csp-strict-dynamic-alone",
    title: "CSP with 'strict-dynamic' alone",
    how: "The policy's script-src has 'strict-dynamic' but neither a nonce nor a hash.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'strict-dynamic' 'self'"),
  },
  {
    name: "csp-objects-open",
    title: "CSP leaves plugins open",
    how: "The policy has neither object-src nor default-src.",
    rules: ["edge/csp"],
    apply(settings) {
      delete settings.csp?.directives["default-src"];
    },
  },
  {
    name: "csp-base-open",
    title: "CSP leaves <base> open",
    how: "The policy has no base-uri.",
    rules: ["edge/csp"],
    apply(settings) {
      delete settings.csp?.directives["base-uri"];
    },
  },
  {
    name: "csp-scripts-open",
    title: "CSP without script-src",
    how: "The policy has neither script-src nor default-src; plugins are refused.",
    rules: ["edge/csp"],
    apply(settings) {
      delete settings.csp?.directives["default-src"];
      delete settings.csp?.directives["script-src"];
      setDirective(settings, "object-src", "'none'");
    },
  },
  {
    name: "csp-missing-semicolon",
    title: "CSP lacks a semicolon",
    how: "style-src and font-src have run together, so the second is read as a source.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "style-src", "'self' font-src 'self'"),
  },
  {
    name: "csp-duplicate-directive",
    title: "CSP repeats a directive",
    how: "img-src is given twice, and only the first counts.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "img-src", "'self'; img-src https://images.ops-copilot.test"),
  },
  {
    name: "csp-unknown-directive",
    title: "CSP has a misspelt directive",
    how: "The policy says fonts-src where font-src is meant.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "fonts-src", "'self'"),
  },
  {
    name: "csp-unquoted-keyword",
    title: "CSP keyword without quotes",
    how: "font-src says self without quotes, which is a host name.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "font-src", "self"),
  },
  {
    name: "csp-invalid-source",
    title: "CSP source that is none",
    how: "img-src has a keyword that no browser knows.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "img-src", "'self' 'any'"),
  },
  {
    name: "csp-not-ascii",
    title: "CSP with typographic quotes",
    how: "font-src is written with characters beyond ASCII, so browsers skip it.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "font-src", "\u00b4self\u00b4"),
  },
  {
    name: "csp-http-image",
    title: "CSP allows images over http",
    how: "img-src names a host over plain http.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "img-src", "'self' http://images.ops-copilot.test"),
  },
  {
    name: "csp-ip-source",
    title: "CSP names an address",
    how: "connect-src names an IP address, which browsers never match.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "connect-src", "'self' 192.0.2.7"),
  },
  {
    name: "csp-deprecated-directive",
    title: "CSP uses an old directive",
    how: "The policy relies on block-all-mixed-content, which browsers dropped.",
    rules: ["edge/csp-quality"],
    apply: (settings) => setDirective(settings, "block-all-mixed-content", ""),
  },
  {
    name: "framing-missing",
    title: "Any site may frame the product",
    how: "Neither frame-ancestors nor X-Frame-Options is sent.",
    rules: ["edge/framing"],
    apply(settings) {
      delete settings.headers["x-frame-options"];
      delete settings.csp?.directives["frame-ancestors"];
    },
  },
  {
    name: "framing-any",
    title: "Framing allowed for everyone",
    how: "frame-ancestors is *, which also overrides the X-Frame-Options beside it.",
    rules: ["edge/framing"],
    apply: (settings) => setDirective(settings, "frame-ancestors", "*"),
  },
  {
    name: "framing-allow-from",
    title: "Framing limited by ALLOW-FROM",
    how: "X-Frame-Options says ALLOW-FROM, which browsers ignore, and frame-ancestors is not set.",
    rules: ["edge/framing"],
    apply(settings) {
      settings.headers["x-frame-options"] = "ALLOW-FROM https://partner.example";
      delete settings.csp?.directives["frame-ancestors"];
    },
  },
  {
    name: "framing-conflicting",
    title: "X-Frame-Options contradicts itself",
    how: "Two X-Frame-Options headers differ, and frame-ancestors is not set.",
    rules: ["edge/framing"],
    apply(settings) {
      settings.headers["x-frame-options"] = ["DENY", "SAMEORIGIN"];
      delete settings.csp?.directives["frame-ancestors"];
    },
  },
  {
    name: "framing-misspelt",
    title: "X-Frame-Options misspelt",
    how: "X-Frame-Options is sent as NONE, which browsers ignore, and frame-ancestors is not set.",
    rules: ["edge/framing"],
    apply(settings) {
      settings.headers["x-frame-options"] = "NONE";
      delete settings.csp?.directives["frame-ancestors"];
    },
  },
  {
    name: "nosniff-missing",
    title: "Types may be guessed",
    how: "X-Content-Type-Options: nosniff is not sent.",
    rules: ["edge/nosniff"],
    apply(settings) {
      delete settings.headers["x-content-type-options"];
    },
  },
  {
    name: "nosniff-misspelt",
    title: "nosniff misspelt",
    how: "X-Content-Type-Options is sent as no-sniff, which browsers ignore.",
    rules: ["edge/nosniff"],
    apply(settings) {
      settings.headers["x-content-type-options"] = "no-sniff";
    },
  },
  {
    name: "referrer-missing",
    title: "No referrer policy",
    how: "No Referrer-Policy is sent.",
    rules: ["edge/referrer-policy"],
    apply(settings) {
      delete settings.headers["referrer-policy"];
    },
  },
  {
    name: "referrer-unsafe-url",
    title: "Full addresses leak",
    how: "Referrer-Policy: unsafe-url sends whole addresses to every other site.",
    rules: ["edge/referrer-policy"],
    apply(settings) {
      settings.headers["referrer-policy"] = "unsafe-url";
    },
  },
  {
    name: "server-banner",
    title: "Server tells its version",
    how: "The Server header names the product and its exact version.",
    rules: ["edge/server-banner"],
    apply(settings) {
      settings.headers.server = "nginx/1.18.0 (Ubuntu)";
    },
  },
  {
    name: "powered-by-banner",
    title: "Framework tells its version",
    how: "X-Powered-By names the framework and its version.",
    rules: ["edge/server-banner"],
    apply(settings) {
      settings.headers["x-powered-by"] = "PHP/7.4.3";
    },
  },
  {
    name: "nosniff-second",
    title: "nosniff in second place",
    how: "X-Content-Type-Options begins with another word, and browsers read only the first.",
    rules: ["edge/nosniff"],
    apply(settings) {
      settings.headers["x-content-type-options"] = "none, nosniff";
    },
  },
  {
    name: "referrer-unknown",
    title: "A referrer policy that nobody knows",
    how: "Referrer-Policy holds a word that no browser knows.",
    rules: ["edge/referrer-policy"],
    apply(settings) {
      settings.headers["referrer-policy"] = "strict-origin-always";
    },
  },
  {
    name: "permissions-missing",
    title: "No permissions policy",
    how: "No Permissions-Policy is sent.",
    rules: ["edge/permissions-policy"],
    apply(settings) {
      delete settings.headers["permissions-policy"];
    },
  },
  {
    name: "permissions-old-syntax",
    title: "Permissions policy in the old way of writing",
    how: "The header is written as Feature-Policy was, so browsers ignore all of it.",
    rules: ["edge/permissions-policy"],
    apply(settings) {
      settings.headers["permissions-policy"] = "camera 'none'; microphone 'none'";
    },
  },
  {
    name: "permissions-old-header",
    title: "Only Feature-Policy",
    how: "The policy goes under its old name, which browsers no longer heed.",
    rules: ["edge/permissions-policy"],
    apply(settings) {
      delete settings.headers["permissions-policy"];
      settings.headers["feature-policy"] = "camera 'none'; microphone 'none'";
    },
  },
  {
    name: "permissions-for-all",
    title: "Camera for every frame",
    how: "The permissions policy lets every frame use camera and microphone.",
    rules: ["edge/permissions-policy"],
    apply(settings) {
      settings.headers["permissions-policy"] = "camera=*, microphone=(self *)";
    },
  },
  {
    name: "permissions-misspelt",
    title: "A feature misspelt",
    how: "The permissions policy switches off cameras, which is no feature.",
    rules: ["edge/permissions-policy"],
    apply(settings) {
      settings.headers["permissions-policy"] = "cameras=(), microphone=()";
    },
  },
  {
    name: "opener-missing",
    title: "No opener policy",
    how: "No Cross-Origin-Opener-Policy is sent.",
    rules: ["edge/cross-origin-opener"],
    apply(settings) {
      delete settings.headers["cross-origin-opener-policy"];
    },
  },
  {
    name: "opener-off",
    title: "Opener policy switched off",
    how: "Cross-Origin-Opener-Policy is unsafe-none.",
    rules: ["edge/cross-origin-opener"],
    apply(settings) {
      settings.headers["cross-origin-opener-policy"] = "unsafe-none";
    },
  },
  {
    name: "opener-quoted",
    title: "Opener policy in quotes",
    how: "Cross-Origin-Opener-Policy stands in quotes, so browsers ignore it.",
    rules: ["edge/cross-origin-opener"],
    apply(settings) {
      settings.headers["cross-origin-opener-policy"] = '"same-origin"';
    },
  },
  {
    name: "embedder-alone",
    title: "Embedder policy without the opener policy",
    how: "Cross-Origin-Embedder-Policy is sent without Cross-Origin-Opener-Policy, so nothing is isolated.",
    rules: ["edge/cross-origin-opener", "edge/cross-origin-embedder"],
    apply(settings) {
      delete settings.headers["cross-origin-opener-policy"];
      settings.headers["cross-origin-embedder-policy"] = "require-corp";
    },
  },
  {
    name: "embedder-misspelt",
    title: "Embedder policy misspelt",
    how: "Cross-Origin-Embedder-Policy holds a word that no browser knows.",
    rules: ["edge/cross-origin-embedder"],
    apply(settings) {
      settings.headers["cross-origin-embedder-policy"] = "require-cors";
    },
  },
  {
    name: "resource-missing",
    title: "No resource policy",
    how: "No Cross-Origin-Resource-Policy is sent.",
    rules: ["edge/cross-origin-resource"],
    apply(settings) {
      delete settings.headers["cross-origin-resource-policy"];
    },
  },
  {
    name: "resource-open",
    title: "Resource policy for everyone",
    how: "Cross-Origin-Resource-Policy lets every site embed the pages.",
    rules: ["edge/cross-origin-resource"],
    apply(settings) {
      settings.headers["cross-origin-resource-policy"] = "cross-origin";
    },
  },
  {
    name: "xss-filter",
    title: "Old XSS filter switched on",
    how: "X-XSS-Protection switches on a filter that browsers removed because it did harm.",
    rules: ["edge/deprecated-headers"],
    apply(settings) {
      settings.headers["x-xss-protection"] = "1; mode=block";
    },
  },
  {
    name: "key-pinning",
    title: "Keys pinned by header",
    how: "Public-Key-Pins is sent, which browsers gave up because it locked sites out.",
    rules: ["edge/deprecated-headers"],
    apply(settings) {
      settings.headers["public-key-pins"] = 'pin-sha256="d6qzRu9zOECb90Uez27xWltNsj0e1Md7GkYYkVoZWmM="; max-age=60';
    },
  },
  {
    name: "csp-nonce-fixed",
    title: "The same nonce in every answer",
    how: "The policy's nonce was set once and for all, so an injected script can carry it.",
    rules: ["edge/csp-nonce"],
    apply(settings) {
      settings.nonce = "c2V0LW9uY2UtYW5kLWZvci1hbGw=";
    },
  },
  {
    name: "referrer-meta",
    title: "The page loosens its referrer policy",
    how: "The header is strict, but the page says unsafe-url in a <meta name=referrer>.",
    rules: ["edge/referrer-policy"],
    apply(settings) {
      settings.homeMarkup = '<meta name="referrer" content="unsafe-url">';
    },
  },
  {
    name: "expect-ct",
    title: "Expect-CT still sent",
    how: "Expect-CT is sent, which does nothing any more.",
    rules: ["edge/deprecated-headers"],
    apply(settings) {
      settings.headers["expect-ct"] = "max-age=86400, enforce";
    },
  },
  {
    name: "headers-too-large",
    title: "Headers beyond 16 KiB",
    how: "The headers of each answer take 20 KiB, more than many proxies pass on.",
    rules: ["edge/header-size"],
    apply(settings) {
      for (const part of [1, 2, 3, 4, 5]) settings.headers[`x-trace-${part}`] = "x".repeat(4_000);
    },
  },
  {
    name: "header-line-too-long",
    title: "One header beyond 8 KiB",
    how: "One header line is 9 KiB long, more than many proxies pass on.",
    rules: ["edge/header-size"],
    apply(settings) {
      settings.headers["x-trace"] = "x".repeat(9_000);
    },
  },
] as const satisfies readonly Fault[];
