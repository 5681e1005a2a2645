import fc from "fast-check";

const HASH = "'sha256-n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='";

/** Items with their weights, as an arbitrary. */
export function weighted<T>(...items: readonly (readonly [number, fc.Arbitrary<T> | T])[]): fc.Arbitrary<T> {
  return fc.oneof(
    ...items.map(([weight, item]) => ({ weight, arbitrary: isArbitrary(item) ? item : fc.constant(item) })),
  );
}

function isArbitrary<T>(item: fc.Arbitrary<T> | T): item is fc.Arbitrary<T> {
  return typeof item === "object" && item !== null && "generate" in item;
}

const nonce = weighted<string>(
  [6, fc.base64String({ minLength: 24, maxLength: 32 }).map((value) => `'nonce-${value}'`)],
  [1, "'nonce-abc123'"],
  [1, "'nonce-{{nonce}}'"],
);

const ordinaryHost = fc.constantFrom(
  "https://js.stripe.com",
  "https://cdn.example.net",
  "static.example.com",
  "*.example.com",
  "https://*.intercom.io",
  "https://challenges.cloudflare.com",
  "https://plausible.io/js/",
  "app.example.com:8443",
  "https://browser.sentry-cdn.com:*",
  "wss://ws.example.com",
  "192.0.2.10",
  "http://old.example.com",
  "http://localhost:3000",
);

/** Hosts with known bypasses, as real policies name them. */
const loadedHost = fc.constantFrom(
  "https://ajax.googleapis.com",
  "ajax.googleapis.com",
  "https://cdnjs.cloudflare.com",
  "https://cdn.jsdelivr.net",
  "*.googleapis.com",
  "https://*.google.com",
  "https://www.google.com",
  "https://www.google.com/recaptcha/",
  "https://www.gstatic.com",
  "*.gstatic.com",
  "https://www.googletagmanager.com",
  "https://www.google-analytics.com",
  "https://graph.facebook.com",
  "https://*.twitter.com",
  "https://*.github.io",
  "https://storage.googleapis.com",
  "https://raw.githubusercontent.com",
  "https://api.mixpanel.com",
  "https://mc.yandex.ru",
  "https://*.vimeo.com",
);

const keyword = weighted<string>(
  [8, "'self'"],
  [5, "'unsafe-inline'"],
  [3, "'unsafe-eval'"],
  [3, "'strict-dynamic'"],
  [1, "'unsafe-hashes'"],
  [1, "'wasm-unsafe-eval'"],
  [1, "'report-sample'"],
  [1, "'UNSAFE-INLINE'"],
  [1, "'unsafe-everything'"],
  [1, "self"],
  [1, "'none'"],
);

const scheme = fc.constantFrom("https:", "http:", "data:", "blob:", "HTTPS:", "wss:", "*", "https://*", "http://*");

const sourceList = (source: fc.Arbitrary<string>, least = 0) =>
  fc.array(source, { minLength: least, maxLength: 5 }).map((sources) => sources.join(" "));

/** Sources for scripts; `more` are hosts to draw from beside our own choice. */
const scriptSources = (more: readonly string[]) =>
  weighted<string>(
    [2, "'none'"],
    [1, "'NONCE-MTIzNDU2Nzg5MDEyMzQ1Ng==' 'unsafe-inline'"],
    [
      16,
      sourceList(
        weighted(
          [8, keyword],
          [3, nonce],
          [1, HASH],
          [4, ordinaryHost],
          [3, loadedHost],
          [1, fc.constantFrom(...more)],
          [2, scheme],
        ),
      ),
    ],
  );

const otherSources = weighted<string>(
  [3, "'none'"],
  [3, "'self'"],
  [3, sourceList(weighted<string>([4, "'self'"], [2, ordinaryHost], [1, scheme], [1, "https://ajax.googleapis.com"]))],
);

const SCRIPTS = ["default-src", "script-src", "script-src-elem", "script-src-attr"] as const;
const OTHERS = ["object-src", "base-uri", "img-src", "style-src", "connect-src", "frame-ancestors"] as const;
const REST = [
  "upgrade-insecure-requests",
  "block-all-mixed-content",
  "report-uri /csp",
  "report-uri http://reports.example.com/csp",
  "sandbox allow-scripts",
  "require-trusted-types-for 'script'",
  "scripts-src 'self'",
  "style-src 'self' img-src *",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "object-src 'none'",
  "base-uri 'self'",
  "base-uri 'none'",
  "base-uri data:",
] as const;

/** Each directive is there or not; order and doubles are left to chance. */
function freePolicy(more: readonly string[]): fc.Arbitrary<string> {
  const scripts = fc.tuple(fc.constantFrom(...SCRIPTS, "script-src" as const), scriptSources(more));
  const others = fc.tuple(fc.constantFrom(...OTHERS), otherSources);
  const directive = weighted<string>(
    [4, scripts.map(([name, list]) => `${name} ${list}`)],
    [3, others.map(([name, list]) => `${name} ${list}`)],
    [3, fc.constantFrom(...REST)],
  );
  return fc.array(directive, { minLength: 1, maxLength: 7 }).map((parts) => parts.join("; "));
}

/** The shapes that policies of real products have, with one place left to fill. */
const SHAPES = [
  "default-src 'self'; script-src 'self' {}; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:",
  "default-src 'none'; script-src {}; connect-src 'self'; img-src 'self'; style-src 'self'; base-uri 'self'; form-action 'self'",
  "script-src {} 'strict-dynamic' https: 'unsafe-inline'; object-src 'none'; base-uri 'none'; report-uri /csp",
  "default-src https: data: 'unsafe-inline' 'unsafe-eval' {}",
  "default-src 'self' {}; frame-ancestors 'self'; upgrade-insecure-requests",
  "upgrade-insecure-requests; frame-ancestors 'self' https://partner.example",
  "default-src * 'unsafe-inline' 'unsafe-eval' data: blob: {}",
  "script-src 'self' {} https://www.googletagmanager.com 'unsafe-inline'; object-src 'none'; base-uri 'self'",
] as const;

const realisticPolicy = (more: readonly string[]) =>
  fc.tuple(fc.constantFrom(...SHAPES), scriptSources(more)).map(([shape, list]) => shape.replace("{}", list));

export function policies(more: readonly string[]): fc.Arbitrary<string> {
  return weighted([3, freePolicy(more)], [2, realisticPolicy(more)]);
}
