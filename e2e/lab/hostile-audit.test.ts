import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { evaluate } from "#lib/audits/evaluate.ts";
import { type Observation, observationSchema } from "#lib/audits/observation.ts";
import { RULES } from "#lib/audits/registry.ts";
import type { Result } from "#lib/audits/types.ts";
import type { Limits } from "#lib/probes/egress/limits.ts";
import { observe } from "#lib/probes/observe.ts";
import { startDns } from "#lib/probes/testing/dns-server.ts";
import { type HostileListener, startFlood, startGarbagePage, startSilentHost } from "./hostile.ts";
import { labEgress } from "./lab-egress.ts";
import { HOST } from "./names.ts";
import { type Lab, startLab } from "./start-lab.ts";

const MIB = 1024 * 1024;
/** Parts that only the host itself can fill. */
const FROM_HOST = ["tls", "page", "redirects", "cors", "securityTxt", "assets", "browser", "edge"] as const;
/** Parts that begin with the page, and so fail as it does; plain http has no browser. */
const FROM_PAGE: ReadonlySet<string> = new Set(["assets", "browser", "edge"]);

let lab: Lab;
let listener: HostileListener | undefined;
const rejections: unknown[] = [];
const note = (reason: unknown) => rejections.push(reason);

beforeAll(async () => {
  lab = await startLab();
  process.on("unhandledRejection", note);
});
beforeEach(() => void rejections.splice(0));
afterEach(async () => {
  await listener?.close();
  listener = undefined;
  lab.faults.reset();
  expect(rejections).toEqual([]);
});
afterAll(async () => {
  process.off("unhandledRejection", note);
  await lab.close();
});

type Audit = { parts: Observation["parts"]; results: Result[] };

async function audit(url: string, limits: Partial<Limits> = {}, servers?: string[]): Promise<Audit> {
  const usual = labEgress(lab);
  const egress = servers ? { ...usual, dns: { servers, zones: {} } } : usual;
  const observation = await observe({ url }, { egress, seams: { limits } });
  expect(observationSchema.safeParse(observation).error).toBeUndefined();
  const results = evaluate(observation);
  expect(results.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
  expect(results.filter(({ verdict }) => verdict === "error")).toEqual([]);
  return { parts: observation.parts, results };
}

/** `step code` of each part that could not be seen, and of each chain of redirects that broke. */
function failures({ parts }: Audit): Record<string, string[]> {
  const said = Object.entries(parts).map(([name, part]): [string, string[]] => {
    if (part.state === "unreachable") return [name, [`${part.step} ${part.code}`]];
    const chains = part.state === "observed" && "chains" in part.value ? part.value.chains : [];
    return [name, [...new Set(chains.flatMap(({ error }) => (error ? `${error.step} ${error.code}` : [])))].sort()];
  });
  const ofPage = said.find(([name]) => name === "page")?.[1].join();
  return Object.fromEntries(
    said.filter(([name, steps]) => steps.length > 0 && !(FROM_PAGE.has(name) && steps.join() === ofPage)),
  );
}

const rulesNeeding = (...parts: readonly string[]) =>
  RULES.filter(
    ({ needs, profiles = ["page"] }) => profiles.includes("page") && needs.some((one) => parts.includes(one)),
  ).map(({ id }) => id);

/** The rules among these that came to a conclusion although nothing was there to conclude from. */
const concluded = ({ results }: Audit, rules: readonly string[]) =>
  results
    .filter(({ rule, verdict }) => rules.includes(rule) && !["inconclusive", "not_run"].includes(verdict))
    .map(({ rule, verdict, code }) => `${rule} ${verdict} ${code}`);

const verdictsOf = ({ results }: Audit, ...rules: string[]) =>
  results.filter(({ rule }) => rules.includes(rule)).map(({ rule, verdict, code }) => `${rule} ${verdict} ${code}`);

describe("an audit ends, says at which step it was stopped, and passes nothing unseen, of", () => {
  it("a name that does not exist", async () => {
    const seen = await audit(`https://gone.${HOST}:${lab.port}/`);
    const step = ["dns nxdomain"];
    expect(failures(seen)).toEqual({ tls: step, page: step, redirects: step, cors: step, securityTxt: step });
    expect(concluded(seen, rulesNeeding(...FROM_HOST))).toEqual([]);
    expect(verdictsOf(seen, "dns/resolves")).toEqual(["dns/resolves fail nxdomain"]);
  });

  it("a name whose resolver never answers", async () => {
    await using resolver = await startDns(() => "silent");
    const seen = await audit(lab.origin, { dnsMs: 300, dnsTryMs: 200 }, [resolver.server]);
    const step = ["dns dns_error"];
    expect(failures(seen)).toEqual({
      zone: step,
      tls: step,
      page: step,
      redirects: step,
      cors: step,
      securityTxt: step,
    });
    expect(concluded(seen, rulesNeeding(...FROM_HOST, "mail"))).toEqual([]);
    expect(concluded(seen, rulesNeeding("dns"))).toEqual([
      "dns/expected-target not_applicable nobody-said",
      "dns/resolver-agreement not_applicable one-resolver",
    ]);
  });

  it("a host where nothing listens", async () => {
    const closed = await startSilentHost();
    await closed.close();
    const seen = await audit(`https://silent.${HOST}:${closed.port}/`);
    const step = ["connect refused"];
    expect(failures(seen)).toEqual({ tls: step, page: step, redirects: step, cors: step, securityTxt: step });
    expect(concluded(seen, rulesNeeding(...FROM_HOST))).toEqual([]);
  });

  it("a host that accepts and never answers, asked over https", async () => {
    listener = await startSilentHost();
    const seen = await audit(`https://silent.${HOST}:${listener.port}/`, { connectMs: 1_000, headersMs: 200 });
    const step = ["tls tls_timeout"];
    const redirects = ["http header_timeout", ...step];
    expect(failures(seen)).toEqual({ tls: step, page: step, redirects, cors: step, securityTxt: step });
    expect(concluded(seen, rulesNeeding(...FROM_HOST))).toEqual([]);
  });

  it("a host that accepts and never answers, asked over plain http", async () => {
    listener = await startSilentHost();
    const seen = await audit(`http://silent.${HOST}:${listener.port}/`, { connectMs: 1_000, headersMs: 200 });
    const step = ["http header_timeout"];
    const secure = ["tls tls_timeout"];
    expect(failures(seen)).toEqual({ page: step, redirects: [...step, ...secure], cors: step, securityTxt: secure });
    expect(concluded(seen, rulesNeeding(...FROM_HOST))).toEqual([]);
  });

  it("a host that finishes the handshake and never answers", async () => {
    listener = await startSilentHost({ certificate: lab.issueCertificate(`silent.${HOST}`) });
    // Long enough for the plain requests to be refused before it.
    const seen = await audit(`https://silent.${HOST}:${listener.port}/`, { headersMs: 2_000 });
    const step = ["http header_timeout"];
    expect(failures(seen)).toEqual({ page: step, redirects: [...step, "http reset"], cors: step, securityTxt: step });
    expect(concluded(seen, rulesNeeding("page", "redirects", "cors", "securityTxt"))).toEqual([]);
    expect(verdictsOf(seen, "edge/tls-name", "edge/tls-chain")).toEqual([
      "edge/tls-chain pass ok",
      "edge/tls-name pass ok",
    ]);
  });

  it("a host with the wrong certificate", async () => {
    lab.faults.set("tls-wrong-name", true);
    const seen = await audit(lab.origin);
    const step = ["tls tls_error"];
    expect(failures(seen)).toEqual({ page: step, redirects: step, cors: step, securityTxt: step });
    expect(concluded(seen, rulesNeeding("page", "cors", "securityTxt"))).toEqual([]);
    expect(verdictsOf(seen, "edge/tls-name", "edge/canonical-origin")).toEqual([
      "edge/canonical-origin inconclusive unseen",
      "edge/tls-name fail mismatch",
    ]);
  });

  it.each([
    ["over TLS", true],
    ["in the clear", false],
  ])("a host that floods %s with what is not HTTP, in little memory", async (_how, isSecure) => {
    const certificate = isSecure ? lab.issueCertificate(`flood.${HOST}`) : undefined;
    listener = await startFlood({ certificate });
    const before = process.memoryUsage().rss;
    const seen = await audit(`${isSecure ? "https" : "http"}://flood.${HOST}:${listener.port}/`);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB);
    const step = ["http protocol_error"];
    const twin = isSecure ? "http reset" : "tls tls_error";
    const securityTxt = isSecure ? step : ["tls tls_error"];
    expect(failures(seen)).toEqual({ page: step, redirects: [...step, twin], cors: step, securityTxt });
    expect(concluded(seen, rulesNeeding("page", "redirects", "cors", "securityTxt"))).toEqual([]);
  });

  it("a page of garbage, which is judged as the page that it is", { timeout: 20_000 }, async () => {
    listener = await startGarbagePage({ certificate: lab.issueCertificate(`garbage.${HOST}`) });
    const seen = await audit(`https://garbage.${HOST}:${listener.port}/`);
    // Plain requests to a port that speaks only TLS.
    expect(failures(seen)).toEqual({ redirects: ["http reset"] });
    expect(verdictsOf(seen, "edge/https-redirect", "edge/hsts", "edge/nosniff", "edge/security-txt")).toEqual([
      "edge/https-redirect pass not-served",
      "edge/hsts fail missing",
      "edge/nosniff fail missing",
      "edge/security-txt warn missing",
    ]);
  });
});
