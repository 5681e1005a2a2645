import fs from "node:fs";
import { hsts } from "@mdn/mdn-http-observatory/src/analyzer/hsts.js";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { Session } from "@mdn/mdn-http-observatory/src/retriever/session.js";
import { parseHttpEquivHeaders } from "@mdn/mdn-http-observatory/src/retriever/utils.js";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { hostileOrigins } from "#lib/probes/cors.ts";
import { readDocument } from "#lib/probes/document-facts.ts";
import { evaluate } from "../evaluate.ts";
import { RULES as ALL_RULES } from "../registry.ts";
import { DIFFERENCES, type Verdicts } from "./differences.ts";
import { allowOrigin, HOST, PAGE, type Site, sites } from "./site-grammar.ts";
import { observationOf } from "./site-observation.ts";

const SITES = 600;
const SEED = 20_261_124;
const ASKED = "https://http-observatory.security.mozilla.org";

const RECORD = fs.readFileSync(
  new URL("../../../docs/decisions/0013-what-we-judge-differently.md", import.meta.url),
  "utf8",
);

/** Each of its tests, and our rules on the same matter. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  "content-security-policy": ["edge/csp", "edge/csp-quality"],
  cookies: ["edge/cookie-flags", "edge/cookie-prefixes", "edge/cookie-scope"],
  "cross-origin-resource-sharing": ["edge/cors"],
  "cross-origin-resource-policy": ["edge/cross-origin-resource"],
  redirection: ["edge/https-redirect"],
  "referrer-policy": ["edge/referrer-policy"],
  "strict-transport-security": ["edge/hsts"],
  "subresource-integrity": ["edge/sri"],
  "x-content-type-options": ["edge/nosniff"],
  "x-frame-options": ["edge/framing"],
};

const named = Object.values(RULES).flat();
const OURS = ALL_RULES.filter(({ id }) => named.includes(id));

/** Node joins the lines of one header, apart from cookies; their client adds `get`. */
function joined(lines: Site["lines"]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, raw] of lines) {
    const value = raw.trim();
    const before = headers[name];
    if (name === "set-cookie") headers[name] = [...(before ?? []), value];
    else headers[name] = before === undefined ? value : `${before}, ${value}`;
  }
  const get = { value: (name: string) => headers[name], enumerable: false };
  return Object.defineProperty(headers, "get", get);
}

/** The site as their retriever would hand it to their tests. */
function requestsOf(site: Site): object {
  const session = new Session(new URL(PAGE));
  for (const [name, value] of site.lines) {
    if (name === "set-cookie") session.jar.setCookieSync(value, PAGE, { ignoreError: true });
  }
  const httpEquiv = parseHttpEquivHeaders(site.html, PAGE);
  const page = { headers: joined(site.lines), status: 200, verified: true, httpEquiv };
  const allowed = allowOrigin(site, ASKED);
  const corsLines = [
    ...(allowed === null ? [] : [["access-control-allow-origin", allowed] as const]),
    ...(allowed === null || site.cors.credentials === null
      ? []
      : [["access-control-allow-credentials", site.cors.credentials] as const]),
  ];
  const hops = site.plain ?? [];
  const arrived = hops.at(-1)?.location === PAGE ? [{ url: new URL(PAGE), status: 200 }] : [];
  return {
    hostname: HOST,
    session,
    resources: { path: site.html },
    responses: {
      auto: page,
      https: page,
      http: site.plain === null ? null : { ...page, status: arrived[0]?.status ?? hops.at(-1)?.status },
      cors: { headers: joined(corsLines), request: { headers: { origin: ASKED } } },
      httpRedirects: [...hops.map(({ url, status }) => ({ url: new URL(url), status })), ...arrived],
      httpsRedirects: [{ url: new URL(PAGE), status: 200 }],
    },
  };
}

function compare(site: Site): Verdicts[] {
  const document = readDocument(site.html, { url: PAGE, contentType: "text/html" });
  const results = evaluate(observationOf(site, document, hostileOrigins(new URL(PAGE))), OURS);
  const requests = requestsOf(site);
  return ALL_TESTS.map((run) => {
    const output = run(requests);
    const test = output.constructor.name;
    const judged = results.filter(({ rule }) => RULES[test]?.includes(rule));
    const objections = judged.filter(({ verdict }) => verdict === "warn" || verdict === "fail");
    const codes = objections.map(({ code }) => code);
    return { test, site, passes: output.pass, result: output.result, codes };
  });
}

/** Its preload list is a download; without one, no host is on it. */
const read = vi.spyOn(fs, "readFileSync").mockReturnValueOnce("{}");
hsts();
read.mockRestore();

describe("beside MDN HTTP Observatory", () => {
  const sample = fc.sample(sites, { numRuns: SITES, seed: SEED });
  const verdicts = sample.flatMap(compare);
  const differ = verdicts.filter(({ passes, codes }) => passes !== (codes.length === 0));

  it("has a rule of ours for each of its tests", () => {
    expect(new Set(verdicts.map(({ test }) => test))).toEqual(new Set(Object.keys(RULES)));
    expect(OURS.map(({ id }) => id).sort()).toEqual(named.toSorted());
  });

  it.each(Object.keys(RULES))("agrees that %s passes, and that it fails, many times", (name) => {
    const agreed = verdicts.filter((each) => each.test === name && !differ.includes(each));
    expect(agreed.filter(({ passes }) => passes).length).toBeGreaterThan(30);
    expect(agreed.filter(({ passes }) => !passes).length).toBeGreaterThan(30);
  });

  it.each(Object.keys(RULES))("agrees on %s, but for the differences that are named", (name) => {
    const unexplained = differ
      .filter(({ test }) => test === name)
      .filter((each) => !Object.values(DIFFERENCES).some((one) => explains(one, each)))
      .map(({ result, codes, site }) => ({ result, codes, lines: site.lines, html: site.html, plain: site.plain }));
    expect(unexplained).toEqual([]);
  });

  it.each(Object.entries(DIFFERENCES))("differs, as is said: %s", (name, difference) => {
    expect(differ.some((each) => explains(difference, each))).toBe(true);
    expect(RECORD).toContain(name);
  });
});

function explains({ test, stricter, holds }: (typeof DIFFERENCES)[string], each: Verdicts): boolean {
  const isOurs = each.passes ? "we" : "they";
  return test === each.test && (stricter === "either" || stricter === isOurs) && holds(each);
}
