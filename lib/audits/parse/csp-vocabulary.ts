const FETCH = [
  "default-src",
  "child-src",
  "connect-src",
  "fenced-frame-src",
  "font-src",
  "frame-src",
  "img-src",
  "manifest-src",
  "media-src",
  "object-src",
  "script-src",
  "script-src-attr",
  "script-src-elem",
  "style-src",
  "style-src-attr",
  "style-src-elem",
  "worker-src",
];
/** Directives whose values are source expressions. */
export const SOURCE_LISTS: ReadonlySet<string> = new Set([...FETCH, "base-uri", "form-action", "frame-ancestors"]);
const OTHERS = [
  "report-to",
  "report-uri",
  "require-trusted-types-for",
  "sandbox",
  "trusted-types",
  "upgrade-insecure-requests",
  "webrtc",
];
/** Known once; browsers ignore them now, or will soon. */
export const DEPRECATED: ReadonlySet<string> = new Set([
  "block-all-mixed-content",
  "disown-opener",
  "navigate-to",
  "plugin-types",
  "prefetch-src",
  "referrer",
  "reflected-xss",
  "require-sri-for",
]);
/** What the other directives take; a directive that is not here is not looked into. */
export const WORDS: ReadonlyMap<string, RegExp> = new Map([
  ["require-trusted-types-for", /^'script'$/i],
  ["trusted-types", /^(?:'none'|'allow-duplicates'|\*|[\w#=/@.%-]+)$/i],
  [
    "sandbox",
    /^allow-(?:downloads|forms|modals|orientation-lock|pointer-lock|popups(?:-to-escape-sandbox)?|presentation|same-origin|scripts|storage-access-by-user-activation|top-navigation(?:-by-user-activation|-to-custom-protocols)?)$/i,
  ],
]);
export const KNOWN: ReadonlySet<string> = new Set([...SOURCE_LISTS, ...OTHERS, ...DEPRECATED]);
