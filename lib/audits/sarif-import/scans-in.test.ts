import { describe, expect, it } from "vitest";
import { readLog } from "./read-log.ts";
import { type ImportedFinding, type Scan, scansIn } from "./scans-in.ts";
import { logOf, resultAt, SCANNER_LOGS } from "./testing/scanner-logs.ts";

function scans(text: string): Scan[] {
  const read = readLog(text);
  if ("problem" in read) throw new Error(read.problem);
  return scansIn(read.log);
}
const findings = (text: string): ImportedFinding[] => scans(text).flatMap((scan) => scan.findings);
const only = (text: string): ImportedFinding => {
  const [first, ...rest] = findings(text);
  if (!first || rest.length > 0) throw new Error("One finding was expected.");
  return first;
};

describe("three scanners' logs", () => {
  it("CodeQL: rules in extensions, by index, files by index", () => {
    expect(scans(SCANNER_LOGS.codeql)).toMatchObject([{ tool: "CodeQL", version: "2.19.3", isWhole: true }]);
    expect(findings(SCANNER_LOGS.codeql)).toMatchObject([
      {
        title: "Database query built from user-controlled sources",
        rule: "CodeQL/js/sql-injection",
        location: { uri: "src/search.js", line: 42 },
        severity: "high",
        checkId: "payload-validation",
        identity: ["partial", "js/sql-injection", "src/search.js", "primaryLocationLineHash", "39fa2ee980eb94b0:1"],
      },
      {
        title: "Hard-coded credentials",
        rule: "CodeQL/js/hardcoded-credentials",
        location: { uri: "src/config.js", line: 7 },
        severity: "critical",
        checkId: "secret-storage",
      },
    ]);
    const [first] = findings(SCANNER_LOGS.codeql);
    expect(first?.description).toContain("This query string depends on a user-provided value.");
    expect(first?.description).toContain("If a database query is built");
    expect(first?.description).toContain("code flows: 1, related places: 1");
  });

  it("Semgrep: severity by level, CWE in tags, a fingerprint that is none", () => {
    const [scan] = scans(SCANNER_LOGS.semgrep);
    expect(scan).toMatchObject({ tool: "Semgrep OSS", version: "1.95.0", skipped: 1 });
    expect(scan?.suppressed).toHaveLength(1);
    expect(scan?.findings).toMatchObject([
      {
        title: "Detected directly writing to a Response object from user-defined input",
        rule: "Semgrep OSS/javascript.express.security.audit.xss.direct-response-write",
        location: { uri: "app/server.js", line: 12 },
        severity: "medium",
        checkId: "payload-validation",
        identity: ["fingerprint", expect.any(String), "matchBasedId/v1", expect.stringMatching(/^a1f2/)],
      },
      {
        rule: "Semgrep OSS/javascript.jsonwebtoken.security.jwt-none-alg",
        location: { uri: "app/auth.js", line: 30 },
        severity: "high",
        checkId: "token-rejection",
        identity: ["place", expect.any(String), "app/auth.js", "jwt.verify(raw, key, { algorithms: ['none'] });"],
      },
    ]);
    expect(scan?.findings[0]?.description).toContain("See https://semgrep.dev/r/javascript.express");
  });

  it("Trivy and Gitleaks in one log: bases of the scanner's machine, two secrets of one commit", () => {
    const [trivy, gitleaks] = scans(SCANNER_LOGS.trivyAndGitleaks);
    expect(trivy?.findings).toMatchObject([
      {
        title: "nodejs-lodash: command injection via template",
        rule: "Trivy/CVE-2021-23337",
        location: { uri: "package-lock.json", line: 311 },
        severity: "high",
      },
      { location: { uri: "shop/image", line: null }, severity: "low" },
    ]);
    expect(trivy?.findings[0]?.description).toContain("Fixed Version: 4.17.21");
    expect(trivy?.findings[1]?.description).toContain("Also at debian/libexample.");
    expect(gitleaks?.findings).toMatchObject([
      { location: { uri: "deploy/prod.env", line: 3 }, severity: "medium", checkId: "secret-storage" },
      { location: { uri: "deploy/prod.env", line: 9 }, severity: "medium", checkId: "secret-storage" },
    ]);
    expect(JSON.stringify([trivy, gitleaks])).not.toMatch(/AKIA|home\/ci/);
  });
});

describe("severity", () => {
  const rule = { id: "rule", properties: { "security-severity": "9.1" }, defaultConfiguration: { level: "note" } };
  it.each<[string, Record<string, unknown>, Record<string, unknown>[], string]>([
    ["nothing is said", {}, [], "medium"],
    ["the level is error", { level: "error" }, [], "high"],
    ["the level is none", { level: "none" }, [], "info"],
    ["the level is a word that SARIF has not", { level: "terrible" }, [], "medium"],
    ["the rule has a default", {}, [{ id: "rule", defaultConfiguration: { level: "note" } }], "low"],
    ["the rule has a score", { level: "note" }, [rule], "critical"],
    ["the result has its own score", { properties: { "security-severity": 3.9 } }, [rule], "low"],
    ["the score is on no scale", { level: "error", properties: { "security-severity": "99" } }, [], "high"],
    ["the score is no number", { level: "error", properties: { "security-severity": { toString: 1 } } }, [], "high"],
    ["it is still to be judged", { kind: "review", level: "none" }, [{ ...rule, properties: {} }], "low"],
  ])("when %s", (_, more, rules, severity) => {
    expect(only(logOf([resultAt("a.js", 1, more)], { rules })).severity).toBe(severity);
  });
});

describe("what is a finding", () => {
  it.each<[string, Record<string, unknown>, number]>([
    ["kind open", { kind: "open" }, 1],
    ["kind review", { kind: "review" }, 1],
    ["kind pass", { kind: "pass" }, 0],
    ["kind informational", { kind: "informational" }, 0],
    ["kind notApplicable", { kind: "notApplicable" }, 0],
    ["gone since the baseline", { baselineState: "absent" }, 0],
    ["new since the baseline", { baselineState: "new" }, 1],
    ["suppressed", { suppressions: [{ kind: "external" }] }, 0],
    ["with a suppression that waits", { suppressions: [{ kind: "external", status: "underReview" }] }, 1],
    ["with no suppressions", { suppressions: [] }, 1],
  ])("%s", (_, more, count) => {
    const [scan] = scans(logOf([resultAt("a.js", 1, more)]));
    expect([scan?.findings.length, scan?.skipped]).toEqual([count, 1 - count]);
  });

  it("comes once, with the worst severity, in whichever order it is said", () => {
    const same = { partialFingerprints: { "lineHash/v1": "0123456789abcdef" } };
    const results = [resultAt("a.js", 9, { ...same, level: "note" }), resultAt("a.js", 4, { ...same, level: "error" })];
    const one = only(logOf(results));
    expect(one).toMatchObject({ severity: "high", location: { uri: "a.js", line: 4 } });
    expect(only(logOf(results.toReversed()))).toEqual(one);
  });
});

describe("a scan", () => {
  it("is not whole when the tool broke down or found out nothing", () => {
    expect(scans(logOf([], { invocations: [{ executionSuccessful: false }] }))[0]?.isWhole).toBe(false);
    expect(scans(JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: "x" } } }] }))[0]?.isWhole).toBe(
      false,
    );
    expect(scans(logOf([]))[0]?.isWhole).toBe(true);
  });

  it("is one for several runs of a tool", () => {
    const run = (uri: string) => ({ tool: { driver: { name: "CodeQL" } }, results: [resultAt(uri, 1)] });
    const log = { version: "2.1.0", runs: [run("a.js"), run("b.py"), run("a.js")] };
    expect(scans(JSON.stringify(log))).toMatchObject([{ findings: [{}, {}] }]);
  });
});

describe("words and places", () => {
  it("fills a message by id from its rule, and leaves braces alone that are no placeholders", () => {
    const rules = [{ id: "rule", messageStrings: { default: { text: "{0} calls '{1}' in {{braces}} {7}" } } }];
    const message = { id: "default", arguments: ["A", "B"] };
    expect(only(logOf([resultAt("a.js", 1, { message })], { rules })).title).toBe("A calls 'B' in {braces} {7}");
  });

  it("finds a rule by a part of it, and does without one", () => {
    const rules = [{ id: "CA1000", shortDescription: { text: "Do not declare static members" } }];
    expect(only(logOf([resultAt("a.cs", 1, { ruleId: "CA1000/1" })], { rules }))).toMatchObject({
      title: "Do not declare static members",
      rule: "Scanner/CA1000/1",
    });
    const { ruleId: _, ...bare } = resultAt("a.cs", 1, { message: null });
    expect(only(logOf([bare]))).toMatchObject({ rule: "Scanner/unnamed", title: "Finding of unnamed" });
  });

  it("puts a base of the web before an address, names logical places, takes the analysed file last", () => {
    const web = { originalUriBaseIds: { SITE: { uri: "https://example.com/", uriBaseId: "SITE" } } };
    const located = (locations: unknown, more = {}) => only(logOf([{ ruleId: "r", locations, ...more }], web)).location;
    const physical = (artifactLocation: object) => [{ physicalLocation: { artifactLocation } }];
    expect(located(physical({ uri: "login", uriBaseId: "SITE" }))?.uri).toContain("https://example.com/login");
    expect(located([{ logicalLocations: [{ name: "f", fullyQualifiedName: "a.b.f" }] }])).toEqual({
      uri: "a.b.f",
      line: null,
    });
    expect(located(null, { analysisTarget: { uri: "app.apk" } })).toEqual({ uri: "app.apk", line: null });
    expect(located([])).toBeNull();
  });

  it("keeps secrets, hidden characters and unsafe links out of what is stored", () => {
    const token = "ghp_0123456789abcdef0123456789abcdef0123";
    const key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKC\n-----END RSA PRIVATE KEY-----";
    const message = { text: `Found ${token} \u202ehere\n${key}` };
    const rules = [{ id: "rule", helpUri: "javascript:alert(1)", help: { text: `password=${token}` } }];
    const found = only(logOf([resultAt(`src/${token}.js\0`, 1, { message })], { rules }));
    expect(JSON.stringify({ ...found, identity: [] })).not.toMatch(/ghp_|MIIE|IBAAKC|\u202e|javascript:/);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a taxon", { taxa: [{ id: "862", toolComponent: { name: "CWE" } }] }, "role-boundaries"],
    ["a property", { properties: { cwe: ["CWE-532"] } }, "log-masking"],
    ["a word in the rule", { ruleId: "generic-api-key" }, "secret-storage"],
    ["nothing that is known", { ruleId: "no-unused-vars" }, "payload-validation"],
  ])("lays a finding to a check by %s", (_, more, checkId) => {
    expect(only(logOf([resultAt("a.js", 1, more)])).checkId).toBe(checkId);
  });
});

describe("a hostile log", () => {
  const problem = (text: string) => {
    const read = readLog(text);
    return "problem" in read ? read.problem : null;
  };

  it.each<[string, string, RegExp]>([
    ["is empty", "", /not JSON/],
    ["is a number", "7", /no SARIF log/],
    ["is of another version", '{"version":"2.0.0","runs":[]}', /^version: Only SARIF 2\.1\.0/],
    ["has no run", '{"version":"2.1.0","runs":[]}', /^runs: The log has no run/],
    ["has no tool", '{"version":"2.1.0","runs":[{}]}', /^runs\[0\]\.tool: /],
    ["has text for a list", logOf("x" as never), /^runs\[0\]\.results: /],
    ["has a number for a message", logOf([{ message: { text: 7 } }]), /^runs\[0\]\.results\[0\]\.message\.text: /],
    ["has a list for a name", logOf([], { tool: [] as never }), /^runs\[0\]\.tool\.driver\.name: /],
  ])("that %s is refused by the path of what is wrong", (_, text, expected) => {
    expect(problem(text)).toMatch(expected);
  });

  it("is read with a byte order mark, and refused above 10 MB", () => {
    expect(problem(`\uFEFF${logOf([])}`)).toBeNull();
    expect(problem(`"${"ü".repeat(5.3 * 1024 * 1024)}"`)).toBe("The file is larger than 10 MB.");
  });

  it("does not reach prototypes", () => {
    const bad = '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"toString":"x"}';
    const result = `{"ruleId":"__proto__","message":{"id":"__proto__"},"properties":${bad},"partialFingerprints":${bad},"fingerprints":${bad}}`;
    const text = `{"version":"2.1.0","__proto__":{"polluted":1},"runs":[{"tool":{"driver":{"name":"__proto__","globalMessageStrings":${bad}}},"originalUriBaseIds":{"__proto__":{"uri":"x"}},"results":[${result}]}]}`;
    expect(findings(text)).toMatchObject([{ rule: "__proto__/__proto__", title: "Finding of __proto__" }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("may be nested 100,000 deep where nobody looks, and is refused where somebody does", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(problem(`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"properties":${deep}}]}`)).toBeNull();
    expect(problem(`{"version":"2.1.0","runs":${deep}}`)).toMatch(/^runs\[0\]: /);
    expect(findings(logOf([resultAt("a.js", 1)]).replace('"ruleId"', `"codeFlows":${deep},"ruleId"`))).toHaveLength(1);
  });

  it.each(["[", "[a](", "{0}", "\\[", "a. ", "cwe-", "://", "secret="])(
    "needs no time that grows with the square of a message of %s",
    (piece) => {
      const text = piece.repeat(200_000);
      const [found] = findings(logOf([resultAt(text, 1, { ruleId: text, message: { text, arguments: [text] } })]));
      expect(found?.title.length).toBeLessThanOrEqual(200);
      expect(found?.description.length).toBeLessThanOrEqual(5000);
    },
  );
});
