import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSilentHost } from "#lab/hostile.ts";
import { HOST } from "#lab/names.ts";
import { type Lab, startLab } from "#lab/start-lab.ts";
import { AREA_RULES } from "#lib/audits/areas.ts";
import { RULES } from "#lib/audits/registry.ts";
import { auditReportSchema } from "#lib/audits/report.ts";
import { serveHttp, type TestServer } from "#lib/probes/testing/servers.ts";
import { runAudit } from "./testing/run-audit.ts";

const PROCESS_MS = 30_000;

let lab: Lab;
let local: TestServer;
beforeAll(async () => {
  lab = await startLab();
  local = await serveHttp((_request, response) => response.setHeader("x-content-type-options", "nosniff").end("hello"));
});
beforeEach(() => {
  lab.faults.reset();
  lab.requests.clear();
  local.requests.splice(0);
});
afterAll(async () => {
  await Promise.all([lab.close(), local[Symbol.asyncDispose]()]);
});

const dns = () => ["--dns", `127.0.0.1:${lab.dnsPorts[0]}`, "--dns", `127.0.0.1:${lab.dnsPorts[1]}`];
const auditLab = (...args: string[]) =>
  runAudit([lab.origin, ...dns(), "--allow", "127.0.0.0/8", ...args], {
    AUDIT_CA_FILE: lab.caFile,
    DNS_NAMESERVERS: Object.entries(lab.nameservers)
      .map((pair) => pair.join("="))
      .join(","),
  });
const reportOf = (stdout: string) => auditReportSchema.parse(JSON.parse(stdout));

/** Every key of a value, with its path; the items of a list share one. */
function keysOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keysOf(item, `${path}[]`)))].sort();
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}

describe("launch-ready audit", { timeout: PROCESS_MS }, () => {
  describe("answers by its exit code", () => {
    it("0 when nothing failed, with the report alone on stdout", async () => {
      const { code, stdout, stderr } = await auditLab();
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(new RegExp(`^${lab.origin}/ {2}\\(launch-ready \\d+\\.\\d+\\.\\d+, algorithm \\d+, `));
      expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/\b\d+ passed\b/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(stdout).not.toMatch(/(?!\n)[\u0000-\u001f\u007f\u009b]/);
    });

    it("1 when something failed, and says how to fix and see it", async () => {
      lab.faults.set("hsts-missing", true);
      const { code, stdout, stderr } = await auditLab("--rules", "edge/hsts");
      expect([code, stderr]).toEqual([1, ""]);
      expect(stdout).toMatch(/^FAIL {4}edge\/hsts/m);
      expect(stdout).toContain("Fix: ");
      expect(stdout).toContain(`See it: curl -sSL -D - -o /dev/null ${lab.origin}/`);
    });

    it("1 for a name that does not exist, since the DNS itself says so", async () => {
      const url = `https://gone.${HOST}/`;
      const { code, stdout, stderr } = await runAudit([url, ...dns(), "--format", "json"]);
      expect([code, stderr]).toEqual([1, `Nothing could be seen of ${url}: The name does not resolve (NXDOMAIN).\n`]);
      expect(reportOf(stdout).results.find(({ rule }) => rule === "dns/resolves")?.verdict).toBe("fail");
    });

    it("2 when the host could not be seen at all, with the report still printed", async () => {
      const closed = await startSilentHost();
      await closed.close();
      const url = `https://${HOST}:${closed.port}/`;
      const ran = await runAudit([url, ...dns(), "--allow", "127.0.0.1", "--format", "json"]);
      expect([ran.code, ran.stderr]).toEqual([
        2,
        `Nothing could be seen of ${url}: The host refused the connection.\n`,
      ]);
      expect(reportOf(ran.stdout).counts).toMatchObject({ fail: 0, error: 0 });
    });

    it.each<[string, string[], RegExp]>([
      ["no address is given", [], /^Give one URL\.\n\nUsage: /],
      ["two addresses are given", ["https://a.test", "https://b.test"], /^Give one URL\./],
      ["a rule is not known", ["https://a.test", "--rules", "edge/hsts,edge/nope"], /^There is no rule edge\/nope\. /],
      ["no rule is named", ["https://a.test", "--rules", ","], /^--rules names no rule\./],
      ["the format is not known", ["https://a.test", "--format", "xml"], /^--format is one of text, json, sarif/],
      ["an option is not known", ["https://a.test", "--nope"], /^Unknown option '--nope'/],
      ["a resolver cannot be read", ["https://a.test", "--dns", "dns.example"], /^"dns\.example" is not a resolver/],
      ["an exception cannot be read", ["https://a.test", "--allow", "*"], /^"\*" is neither a CIDR range nor/],
      ["the address cannot be read", ["nonsense"], /^The host is a local name/],
      ["the scheme is not the web's", ["ftp://a.test/"], /^Only http and https addresses can be audited\./],
    ])("2 when %s, in words and without a trace", async (_case, args, words) => {
      const { code, stdout, stderr } = await runAudit(args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(words);
      expect(stderr).not.toMatch(/^\s+at /m);
    });
  });

  describe("reaches no private address", () => {
    it.each<[string, string, string]>([
      ["a literal", "http://127.0.0.1:8080/", "127.0.0.1:8080"],
      ["an IPv6 literal", "http://[::1]:8080/", "'[::1]:8080'"],
      ["a local name", "http://localhost:8080/", "localhost:8080"],
    ])("that %s leads to, and says what would lift that", async (_case, url, allow) => {
      const { code, stdout, stderr } = await runAudit([url]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/, which audits may not reach\. If it is yours: --allow \S+\n$/);
      expect(stderr).toContain(`--allow ${allow}\n`);
    });

    it("whatever the words, when it holds a machine's credentials", async () => {
      const ran = await runAudit(["http://169.254.169.254/", "--allow", "169.254.169.254"]);
      expect([ran.code, ran.stdout, ran.stderr]).toEqual([
        2,
        "",
        "This is a private or reserved address, which audits may not reach.\n",
      ]);
    });

    it("that a public name resolves to", async () => {
      const { code, stderr } = await runAudit([lab.origin, ...dns()]);
      expect(code).not.toBe(0);
      expect(stderr).toMatch(/private or reserved address, which audits may not reach\.\n$/);
      expect(lab.requests.list()).toEqual({});
    });
  });

  describe("reaches what --allow names", () => {
    const rules = ["--rules", "edge/nosniff", "--format", "json"];
    it.each<[string, string, (port: number) => string[]]>([
      ["an address and port", "127.0.0.1", (port) => [`127.0.0.1:${port}`]],
      ["a range", "127.0.0.1", () => ["127.0.0.0/8"]],
      ["a local name", "localhost", () => ["localhost"]],
      ["a local name and port", "localhost", (port) => [`localhost:${port}`]],
      ["one of several", "127.0.0.1", (port) => ["10.0.0.0/8", `127.0.0.1:${port}`]],
    ])("by %s", async (_case, host, allow) => {
      const entries = allow(local.port).flatMap((entry) => ["--allow", entry]);
      const { code, stdout } = await runAudit([`http://${host}:${local.port}/`, ...entries, ...rules]);
      expect([code, local.requests.length]).toEqual([0, 1]);
      expect(reportOf(stdout).results.map(({ verdict }) => verdict)).toEqual(["pass"]);
    });

    it("and not its neighbour on another port", async () => {
      const { code } = await runAudit([`http://127.0.0.1:${local.port}/`, "--allow", "127.0.0.1:1", ...rules]);
      expect([code, local.requests]).toEqual([2, []]);
    });
  });

  describe("prints for machines", () => {
    it("JSON that is what the schema says, and no key more", async () => {
      const { code, stdout } = await auditLab("--format", "json");
      const printed: unknown = JSON.parse(stdout);
      const parsed = auditReportSchema.parse(printed);
      expect([code, parsed.results.map(({ rule }) => rule)]).toEqual([0, RULES.map(({ id }) => id)]);
      expect(keysOf(printed)).toEqual(keysOf(parsed));
    });

    it("SARIF with one rule per result and a level that fits", async () => {
      lab.faults.set("hsts-missing", true);
      const { code, stdout } = await auditLab("--format", "sarif", "--rules", "edge/hsts, edge/nosniff");
      const log = JSON.parse(stdout);
      expect([code, log.version, log.runs.length]).toEqual([1, "2.1.0", 1]);
      const [run] = log.runs;
      expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(["edge/hsts", "edge/nosniff"]);
      expect(run.results).toMatchObject([
        { ruleId: "edge/hsts", ruleIndex: 0, kind: "fail", level: "error" },
        { ruleId: "edge/nosniff", ruleIndex: 1, kind: "pass", level: "none" },
      ]);
      expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(`${lab.origin}/`);
    });
  });

  it("with --rules sends only what those rules need", async () => {
    const { code, stdout } = await auditLab("--format", "json", "--rules", "edge/security-txt", "--rules", "dns/caa");
    expect(code).toBe(0);
    expect(reportOf(stdout).results.map(({ rule }) => rule)).toEqual(["dns/caa", "edge/security-txt"]);
    expect(lab.requests.list()).toEqual({ "GET /.well-known/security.txt": 1 });
  });

  it.each(["dns", "tls", "headers", "redirects", "mail"] as const)("as %s judges that area alone", async (area) => {
    const args = [lab.origin, ...dns(), "--allow", "127.0.0.0/8", "--format", "json"];
    const { stdout } = await runAudit(args, { AUDIT_CA_FILE: lab.caFile }, area);
    expect(reportOf(stdout).results.map(({ rule }) => rule)).toEqual(AREA_RULES[area].map(({ id }) => id));
  });

  it("takes what the team says of a host", async () => {
    const { stdout } = await auditLab("--rules", "dns/expected-target", "--expect", "192.0.2.99", "--format", "json");
    expect(reportOf(stdout).results).toMatchObject([{ rule: "dns/expected-target", verdict: "fail" }]);
  });

  it("names its options when asked", async () => {
    const { code, stdout, stderr } = await runAudit(["--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const option of ["--rules", "--dns", "--allow", "--format", "--help"]) expect(stdout).toContain(option);
  });
});
