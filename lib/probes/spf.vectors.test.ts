import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkHost } from "#lib/audits/parse/spf-check.ts";
import { runSteps, type SpfAnswer, type SpfQuestion } from "#lib/audits/parse/spf-steps.ts";
import { LIMITS } from "./egress/limits.ts";
import { createResolver } from "./egress/resolver.ts";
import { startDns } from "./testing/dns-server.ts";
import { casesOf, readSuites, type SpfCase, serveZone } from "./testing/spf-suite.ts";

/** The openspf.org suite lies outside the repository; a few cases of our own are always judged. */
const PUBLISHED = new URL("../../../shared/vectors/spf/rfc7208-tests.pyspf.yml", import.meta.url);
const OWN = new URL("./testing/spf-cases.yml", import.meta.url);
const FILES = [
  { from: "own cases", file: OWN },
  ...(existsSync(PUBLISHED) ? [{ from: "openspf.org", file: PUBLISHED }] : []),
];
/** What is never answered costs this much; all else comes from this machine. */
const QUICK = { ...LIMITS, dnsTryMs: 500, dnsMs: 600 };

type Ask = (name: string, type: SpfQuestion["type"]) => Promise<SpfAnswer>;

async function judge({ host, helo, mailfrom, explanation }: SpfCase, ask: Ask) {
  const domain = mailfrom.slice(mailfrom.lastIndexOf("@") + 1) || helo;
  const verdict = await runSteps(checkHost({ ip: host, domain, sender: mailfrom, helo }), ask);
  return { ...verdict, said: explanation === undefined ? undefined : (verdict.explanation ?? "DEFAULT") };
}

describe.each(FILES)("check_host() over our resolver: $from", ({ file }) => {
  it.each(readSuites(file))("$description", { timeout: 20_000 }, async (suite) => {
    await using dns = await startDns(serveZone(suite));
    const resolver = createResolver({ dns: { servers: [dns.server], zones: {} } }, QUICK);
    const { signal } = new AbortController();
    const ask: Ask = async (name, type) => {
      const [answer] = (await resolver.ask(name, type, signal)).answers;
      return answer ?? { status: "error", records: [] };
    };
    const cases = casesOf(suite);
    const judged = await Promise.all(
      cases.map(async (test) => {
        const { result, why, said } = await judge(test, ask);
        const isRight = test.results.includes(result) && said === test.explanation;
        return `${test.name}: ${isRight ? "as listed" : `${result} (${why}) ${said ?? ""}`}`;
      }),
    );
    resolver.close();
    expect(judged).toEqual(cases.map(({ name }) => `${name}: as listed`));
  });
});

it.runIf(existsSync(PUBLISHED))("judges all 203 published cases", () => {
  expect(readSuites(PUBLISHED).flatMap(casesOf)).toHaveLength(203);
});
