import { expect, it } from "vitest";
import { readLog } from "./read-log.ts";
import { scansIn } from "./scans-in.ts";

const RESULTS = 1_000;
/** Of a loaded machine; before what is read of a text was bounded, each took ten seconds and more. */
const MS_MAX = 3_500;

const long = (piece: string, charactersMax: number) => piece.repeat(charactersMax / piece.length);
const driver = (rule: object = {}) => ({ driver: { name: "Scanner", rules: [{ id: "r", ...rule }] } });
const results = (result: object = {}) =>
  Array.from({ length: RESULTS }, (_, place) => ({ ruleIndex: 0, message: { text: `Number ${place}.` }, ...result }));
const located = (artifactLocation: object) => ({ locations: [{ physicalLocation: { artifactLocation } }] });

it.each<[string, object]>([
  ["a rule's id of megabytes", { tool: driver({ id: long("ab/", 9_000_000) }), results: results() }],
  [
    "a base of megabytes that every address begins with",
    {
      tool: driver(),
      originalUriBaseIds: { ROOT: { uri: long("https://a/", 9_000_000) } },
      results: results(located({ uri: "x", uriBaseId: "ROOT" })),
    },
  ],
  [
    "hundreds of thousands of extensions",
    {
      tool: { ...driver(), extensions: Array.from({ length: 400_000 }, () => ({ name: "x" })) },
      results: results({ rule: { toolComponent: { name: "none of them" } } }),
    },
  ],
  [
    "one long description with words like secrets",
    {
      tool: driver({ shortDescription: { text: long("token=abc password: secret1 ", 2_800_000) } }),
      results: results(),
    },
  ],
])("reads a log with %s in time", (_name, run) => {
  const read = readLog(JSON.stringify({ version: "2.1.0", runs: [run] }));
  if (!("log" in read)) throw new Error(read.problem);
  const begun = performance.now();
  const [scan] = scansIn(read.log);
  expect(performance.now() - begun).toBeLessThan(MS_MAX);
  expect(scan?.findings).toHaveLength(RESULTS);
});
