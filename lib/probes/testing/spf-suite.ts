import { readFileSync } from "node:fs";
import type { Answer } from "dns-packet";
import { parseAllDocuments } from "yaml";
import { NXDOMAIN, type Question, type Reply } from "./dns-server.ts";

type Entry = string | Record<string, unknown>;
type Test = { helo: string; host: string; mailfrom: string; result: string | string[]; explanation?: string };
type Suite = { description: string; tests: Record<string, Test>; zonedata: Record<string, Entry[]> };
export type SpfCase = Test & { name: string; results: string[] };

/** The groups of a file in the format of the openspf.org test suite. */
export function readSuites(file: URL): Suite[] {
  const documents = parseAllDocuments(readFileSync(file, "utf8"));
  return documents.flatMap((document) => (document.toJS() as Suite | null) ?? []).filter(({ tests }) => tests);
}

export function casesOf({ tests }: Suite): SpfCase[] {
  return Object.entries(tests).map(([name, test]) => ({ ...test, name, results: [test.result].flat() }));
}

type ZoneRecord = { type: string; data: unknown };
type Node = { records: ZoneRecord[]; isSilent: boolean };

/**
 * Serves a group's zonedata. By the suite's conventions a name's SPF entries are published as TXT unless it has TXT
 * entries of its own, of which `NONE` publishes nothing; TIMEOUT leaves questions without an answer that have none.
 */
export function serveZone({ zonedata }: Suite): (question: Question) => Reply {
  const nodes = new Map(Object.entries(zonedata).map(([name, entries]) => [name.toLowerCase(), readNode(entries)]));
  return (question) => {
    const answers: Answer[] = [];
    let name = question.name;
    for (let links = 0; links < 4; links += 1) {
      const node = nodes.get(name);
      if (!node) return links === 0 ? { rcode: NXDOMAIN } : { answers };
      const found = node.records.filter(({ type }) => type === question.type);
      answers.push(...found.map(({ type, data }) => ({ name, type, ttl: 1, data }) as Answer));
      const alias = node.records.find(({ type }) => type === "CNAME");
      if (found.length === 0 && node.isSilent) return "silent";
      if (found.length > 0 || !alias) break;
      answers.push({ name, type: "CNAME", ttl: 1, data: String(alias.data) });
      name = String(alias.data).toLowerCase();
    }
    return { answers };
  };
}

function readNode(entries: Entry[]): Node {
  const pairs = entries.flatMap((entry) => (typeof entry === "string" ? [] : Object.entries(entry)));
  const hasText = pairs.some(([type]) => type === "TXT");
  const published = pairs.map(([type, data]): [string, unknown] => [type === "SPF" && !hasText ? "TXT" : type, data]);
  return {
    isSilent: entries.includes("TIMEOUT"),
    records: published
      .filter(([type, data]) => type !== "SPF" && data !== "NONE")
      .map(([type, data]) => ({ type, data: wireData(type, data) })),
  };
}

function wireData(type: string, data: unknown): unknown {
  const rooted = (name: unknown) => String(name).replace(/\.$/, "");
  if (type === "TXT") {
    const strings = [data].flat().flatMap((text) => String(text).match(/[\s\S]{1,255}/g) ?? [""]);
    return (strings.length > 0 ? strings : [""]).map((text) => Buffer.from(text, "latin1"));
  }
  if (type === "MX" && Array.isArray(data)) return { preference: data[0], exchange: rooted(data[1]) };
  return type === "PTR" || type === "CNAME" ? rooted(data) : data;
}
