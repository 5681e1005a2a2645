import fc from "fast-check";
import { policies, weighted } from "./policy-grammar.ts";

/** What a site answers, before either judge sees it. */
export type Site = {
  /** Header lines of the page, in order. */
  lines: readonly (readonly [string, string])[];
  html: string;
  /** What the plain address answers with, hop by hop; `null`: nothing listens there. */
  plain: readonly { url: string; status: number; location: string | null }[] | null;
  /** Which origins it names in Access-Control-Allow-Origin, and whether with credentials. */
  cors: { origins: "none" | "any" | "asked" | "partner" | "null" | "look-alike"; credentials: string | null };
};

export const HOST = "www.example.com";
export const PAGE = `https://${HOST}/`;

/** The lines of one header, mostly a single one, and often none at all. */
function lines(name: string, ...values: readonly (readonly [number, readonly string[]])[]) {
  return weighted<readonly string[]>(...values).map((list) => list.map((value) => [name, value] as const));
}

const hsts = lines(
  "strict-transport-security",
  [3, []],
  [6, ["max-age=31536000; includeSubDomains"]],
  [2, ["max-age=63072000; includeSubDomains; preload"]],
  [2, ["max-age=15552000"]],
  [1, ["max-age=15768000; includeSubDomains"]],
  [2, ["max-age=300"]],
  [1, ["max-age=0"]],
  [1, ['max-age="31536000"']],
  [1, ["max-age=forever"]],
  [1, ["max-age=31536000s"]],
  [1, ["max-age = 31536000"]],
  [1, ["includeSubDomains; preload"]],
  [1, ["max-age=300; max-age=31536000"]],
  [1, ["max-age=31536000", "max-age=31536000"]],
  [1, ["max-age=300", "max-age=31536000"]],
);

const nosniff = lines(
  "x-content-type-options",
  [3, []],
  [6, ["nosniff"]],
  [1, ["NoSniff "]],
  [1, ["no-sniff"]],
  [1, ["nosniff", "nosniff"]],
  [1, [""]],
);

const frameOptions = lines(
  "x-frame-options",
  [4, []],
  [4, ["DENY"]],
  [3, ["sameorigin"]],
  [2, ["ALLOW-FROM https://partner.example"]],
  [1, ["ALLOWALL"]],
  [1, ["SAMEORIGIN", "SAMEORIGIN"]],
  [1, ["DENY", "SAMEORIGIN"]],
  [1, ["none"]],
);

const referrer = lines(
  "referrer-policy",
  [3, []],
  [4, ["strict-origin-when-cross-origin"]],
  [2, ["no-referrer"]],
  [1, ["same-origin"]],
  [1, ["origin"]],
  [1, ["unsafe-url"]],
  [1, ["no-referrer-when-downgrade"]],
  [1, ["no-referrer, strict-origin-when-cross-origin"]],
  [1, ["never"]],
  [1, ["unsafe-url", "no-referrer"]],
);

const resourcePolicy = lines(
  "cross-origin-resource-policy",
  [4, []],
  [3, ["same-origin"]],
  [2, ["same-site"]],
  [2, ["cross-origin"]],
  [1, ["same-host"]],
  [1, ["Same-Origin"]],
  [1, ["same-origin", "same-origin"]],
);

const cookie = weighted<string>(
  [4, "__Host-session=1; Path=/; Secure; HttpOnly; SameSite=Lax"],
  [3, "theme=dark; Secure; SameSite=Lax"],
  [2, "PHPSESSID=1; path=/; secure; HttpOnly; SameSite=Strict"],
  [1, "theme=dark; Secure"],
  [1, "theme=dark"],
  [1, "sessionid=1; HttpOnly; SameSite=Lax"],
  [1, "sessionid=1; Secure; SameSite=Lax"],
  [1, "sessionid=1; Secure; HttpOnly"],
  [1, "auth_token=1; Secure; SameSite=Lax"],
  [1, "csrftoken=1; Secure"],
  [1, "csrftoken=1; Secure; SameSite=Strict"],
  [1, "embed=1; SameSite=None"],
  [1, "embed=1; Secure; SameSite=None"],
  [1, "theme=dark; Secure; SameSite=Sometimes"],
  [1, "__Host-theme=dark; Secure; Path=/; Domain=example.com"],
  [1, "sessionid=; Max-Age=0"],
  [1, "tracker=1; Domain=other.example"],
);
const cookies = fc.array(cookie, { maxLength: 2 }).map((list) => list.map((value) => ["set-cookie", value] as const));

const CSP = "content-security-policy";
const STRICT = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const policyLines = weighted<readonly (readonly [string, string])[]>(
  [2, []],
  [2, [[CSP, STRICT]]],
  [1, [[CSP, "frame-ancestors *"]]],
  [1, [[CSP, ""]]],
  [1, [[`${CSP}-report-only`, STRICT]]],
  [1, [[CSP, `script-src 'unsafe-inline' https:; ${STRICT}`]]],
  [
    1,
    [
      [CSP, "script-src *; img-src *"],
      [CSP, STRICT],
    ],
  ],
  [1, [[CSP, `${STRICT}; style-src 'self' 'unsafe-eval'`]]],
  [1, [[CSP, `script-src 'nonce-MTIzNDU2Nzg5MDEyMzQ1Ng==' 'strict-dynamic' data:; ${STRICT}`]]],
  [1, [[CSP, `script-src 'self' 'nonce-{{nonce}}' 'unsafe-inline'; ${STRICT}`]]],
  [1, [[CSP, `script-src 'self'; script-src-attr 'unsafe-inline'; ${STRICT}`]]],
  [1, [[CSP, `script-src 'self' wss:; ${STRICT}`]]],
  [1, [[CSP, `script-src 'nonce-c2hvcnQ='; ${STRICT}`]]],
  [1, [[CSP, `${STRICT}; img-src 'self' http:`]]],
  [8, policies(["https://cdn.example.org"]).map((text) => [[CSP, text] as const])],
);

const script = weighted<string>(
  [4, '<script src="/app.js"></script>'],
  [2, "<script>start()</script>"],
  [2, '<script src="https://static.example.com/app.js"></script>'],
  [
    2,
    '<script src="https://cdn.example.net/a.js" integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC" crossorigin></script>',
  ],
  [
    1,
    '<script src="https://cdn.example.net/a.js" integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"></script>',
  ],
  [1, '<script src="https://cdn.example.net/a.js" integrity="yes" crossorigin></script>'],
  [2, '<script src="https://cdn.example.net/a.js"></script>'],
  [1, '<script src="//cdn.example.net/a.js"></script>'],
  [1, '<script src="//static.example.com/app.js"></script>'],
  [1, '<script src="http://cdn.example.net/a.js"></script>'],
  [1, '<link rel="stylesheet" href="https://cdn.example.net/a.css">'],
);
const meta = weighted<string>(
  [12, ""],
  [1, `<meta http-equiv="Content-Security-Policy" content="${STRICT}">`],
  [1, "<meta http-equiv=\"content-security-policy\" content=\"default-src 'self'; base-uri 'none'\">"],
  [1, '<meta name="referrer" content="no-referrer">'],
  [1, '<meta name="referrer" content="unsafe-url">'],
);
const html = fc
  .tuple(meta, fc.array(script, { maxLength: 3 }))
  .map(([head, scripts]) => `<!doctype html><html><head>${head}</head><body>${scripts.join("")}</body></html>`);

const PLAIN = `http://${HOST}/`;
const plain = weighted<Site["plain"]>(
  [2, null],
  [6, [{ url: PLAIN, status: 301, location: PAGE }]],
  [2, [{ url: PLAIN, status: 302, location: PAGE }]],
  [2, [{ url: PLAIN, status: 200, location: null }]],
  [1, [{ url: PLAIN, status: 403, location: null }]],
  [
    1,
    [
      { url: PLAIN, status: 301, location: "https://example.com/" },
      { url: "https://example.com/", status: 301, location: PAGE },
    ],
  ],
  [
    1,
    [
      { url: PLAIN, status: 301, location: `http://${HOST}/home` },
      { url: `http://${HOST}/home`, status: 301, location: PAGE },
    ],
  ],
  [
    1,
    [
      { url: PLAIN, status: 301, location: `http://${HOST}/home` },
      { url: `http://${HOST}/home`, status: 200, location: null },
    ],
  ],
  [
    1,
    [
      { url: PLAIN, status: 301, location: PAGE },
      { url: PAGE, status: 302, location: `http://${HOST}/home` },
      { url: `http://${HOST}/home`, status: 200, location: null },
    ],
  ],
);

const cors = fc.record({
  origins: fc.constantFrom<Site["cors"]["origins"]>("none", "none", "any", "asked", "partner", "null", "look-alike"),
  credentials: fc.constantFrom<string | null>(null, "true", "TRUE"),
});

export const sites: fc.Arbitrary<Site> = fc
  .record({
    headers: fc.tuple(hsts, nosniff, frameOptions, referrer, resourcePolicy, cookies, policyLines),
    type: weighted<string>([12, "text/html; charset=utf-8"], [1, "application/json"]),
    html,
    plain,
    cors,
  })
  .map(({ headers, type, html: markup, ...rest }) => ({
    ...rest,
    html: type.startsWith("text/html") ? markup : "{}",
    lines: [["content-type", type] as const, ...headers.flat()],
  }));

/** What the site says to a request from this origin, or `null`. */
export function allowOrigin({ cors: { origins } }: Site, origin: string): string | null {
  if (origins === "any") return "*";
  if (origins === "partner") return "https://partner.example";
  if (origins === "null") return origin === "null" ? "null" : null;
  if (origins === "look-alike") return origin.includes(HOST) ? origin : null;
  return origins === "asked" ? origin : null;
}
