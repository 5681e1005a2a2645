import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { parseTarget } from "#lib/probes/parse-target.ts";
import { evaluate, evaluateRule } from "./evaluate.ts";
import { RULES } from "./registry.ts";
import { healthyObservation } from "./testing/healthy-observation.ts";

/** Stand-ins for the tools: each says its name and its arguments, one per line, and runs nothing. */
const TOOLS = ["chromium", "curl", "dig", "openssl"]
  .map((tool) => `${tool}() { printf '%s\\n' ${tool} "$@"; }`)
  .join("\n");

function runInShell(line: string): string[] {
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", `${TOOLS}\n${line}`], {
    encoding: "utf8",
    env: { PATH: "/nowhere", HOME: "/home", NODE_ENV: "test" },
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.split("\n");
}

const HOSTILE = [
  "https://a.example/it's/here?q=$(reboot)&x=`id`;id|id>x#gone",
  "https://a.example/$HOME/*/~/!!/a(b)?x=%27;'\"",
  "https://a.example/list?ids[]=1&set={1,2}",
  "https://_x--y.a.example:8443/",
  "https://[2606:4700::1111]/",
  "http://bücher.example/ä",
].map((url) => parseTarget(url));

const observed = (target: (typeof HOSTILE)[number]) => evaluate(healthyObservation({}, target));

describe("the line that shows a result again", () => {
  it.each(HOSTILE)(
    "is one shell command for $url, which carries the address whole and runs nothing in it",
    (target) => {
      for (const { rule, reproduce } of observed(target)) {
        expect(reproduce, rule).not.toMatch(/[\n\r]/);
        const said = runInShell(reproduce);
        const tool = said[0] ?? "";
        expect(["chromium", "curl", "dig", "openssl"], rule).toContain(tool);
        const asked = said.filter((word) => word.includes(target.host) || word.includes(target.domain));
        expect(asked, rule).not.toEqual([]);
        if (tool !== "curl") continue;
        const { pathname, search } = new URL(target.url);
        const isOwnPath = !["edge/security-txt", "mail/mta-sts"].includes(rule);
        expect(
          said.some((word) => word.startsWith("http") && (!isOwnPath || word.endsWith(`${pathname}${search}`))),
        ).toBe(true);
      }
    },
  );

  it("stays one command where a token in the address is hidden", () => {
    const lines = observed(parseTarget("https://a.example/it's;token=s3cret'x?api_key=s3cret&y"));
    expect(lines.map(({ reproduce }) => reproduce).join()).not.toContain("s3cret");
    for (const { reproduce } of lines) runInShell(reproduce);
  });

  it("tells curl to take brackets and braces as they are", () => {
    const [, , withBraces] = HOSTILE;
    if (!withBraces) throw new Error("There is no such address.");
    const lines = observed(withBraces).filter(({ rule }) => rule === "edge/hsts" || rule === "edge/cors");
    for (const { reproduce } of lines) expect(runInShell(reproduce)).toContain("-g");
  });

  it("asks for security.txt over https, as the probe does", () => {
    const [result] = evaluate(healthyObservation({}, parseTarget("http://a.example/x"))).filter(
      ({ rule }) => rule === "edge/security-txt",
    );
    expect(runInShell(result?.reproduce ?? "")).toContain("https://a.example/.well-known/security.txt");
  });

  it("sends a literal address no server name", () => {
    const rule = RULES.find(({ id }) => id === "edge/tls-name");
    if (!rule) throw new Error("There is no such rule.");
    const line = (url: string) => evaluateRule(rule, healthyObservation({}, parseTarget(url))).reproduce;
    expect(runInShell(line("https://[2606:4700::1111]/"))).toEqual(expect.arrayContaining(["-noservername"]));
    expect(runInShell(line("https://a.example/"))).toEqual(expect.arrayContaining(["-servername", "a.example"]));
  });

  it("is left out where it would have to be cut", () => {
    const long = { ...parseTarget("https://a.example/"), url: `https://a.example/${"x".repeat(20_000)}` };
    const lines = observed(long).filter(({ rule }) => rule === "edge/hsts");
    expect(lines.map(({ reproduce }) => reproduce)).toEqual([""]);
  });
});
