import { z } from "zod";

/**
 * What is read of SARIF 2.1.0 (OASIS, 2020-03-27), and no more: the rest of a log falls away while it is parsed. Lenient
 * where tools differ (null for absent, no `version` of a tool, any word for a level), strict about types.
 */
const TEXT_MAX = 20_000;
/** Names, ids and addresses: one of a rule or an artifact is read again for each of thousands of results. */
const NAME_MAX = 2_000;
const first = (charactersMax: number) => z.string().overwrite((given) => given.slice(0, charactersMax));
const text = first(TEXT_MAX).nullish();
const name = first(NAME_MAX).nullish();
const index = z.number().nullish();
/** Property bags are free (§3.8), so nothing in them is wrong; see properties.ts. */
const properties = z.record(z.string(), z.unknown()).nullish();
const strings = z.record(z.string(), z.unknown()).nullish();

const multiformat = z.object({ text }).nullish();
const message = z.object({ text, id: name, arguments: z.array(z.string()).nullish() }).nullish();

const artifactLocation = z.object({ uri: name, uriBaseId: name, index }).nullish();
const location = z.object({
  physicalLocation: z
    .object({
      artifactLocation,
      region: z.object({ startLine: index, snippet: multiformat }).nullish(),
    })
    .nullish(),
  logicalLocations: z.array(z.object({ name, fullyQualifiedName: name })).nullish(),
});

const component = z.object({ index, name, guid: name }).nullish();
const ruleReference = z.object({ id: name, index, toolComponent: component }).nullish();
const taxon = z.object({ id: name, toolComponent: component });

const rule = z.object({
  id: first(NAME_MAX),
  name,
  shortDescription: multiformat,
  fullDescription: multiformat,
  help: multiformat,
  helpUri: name,
  messageStrings: strings,
  defaultConfiguration: z.object({ level: name }).nullish(),
  relationships: z.array(z.object({ target: taxon.nullish() })).nullish(),
  properties,
});

const toolComponent = z.object({
  name: first(NAME_MAX).min(1),
  guid: name,
  version: name,
  semanticVersion: name,
  rules: z.array(rule).nullish(),
  globalMessageStrings: strings,
});

const result = z.object({
  ruleId: name,
  ruleIndex: index,
  rule: ruleReference,
  kind: name,
  level: name,
  message,
  locations: z.array(location).nullish(),
  relatedLocations: z.array(z.unknown()).nullish(),
  codeFlows: z.array(z.unknown()).nullish(),
  analysisTarget: artifactLocation,
  partialFingerprints: strings,
  fingerprints: strings,
  suppressions: z.array(z.object({ status: name })).nullish(),
  baselineState: name,
  taxa: z.array(taxon).nullish(),
  properties,
});

const run = z.object({
  tool: z.object({ driver: toolComponent, extensions: z.array(toolComponent).nullish() }),
  invocations: z.array(z.object({ executionSuccessful: z.boolean().nullish() })).nullish(),
  originalUriBaseIds: z.record(z.string(), artifactLocation).nullish(),
  artifacts: z.array(z.object({ location: artifactLocation })).nullish(),
  /** Null or absent when the tool found out nothing at all (§3.14.23), which is not the same as an empty list. */
  results: z.array(result).nullish(),
});

export const sarifSchema = z.object({
  version: z.literal("2.1.0", { error: "Only SARIF 2.1.0 can be read." }),
  runs: z.array(run).min(1, "The log has no run in it."),
});

export type SarifIn = z.output<typeof sarifSchema>;
export type RunIn = SarifIn["runs"][number];
export type ResultIn = NonNullable<RunIn["results"]>[number];
export type RuleIn = z.output<typeof rule>;
export type ComponentIn = z.output<typeof toolComponent>;
export type LocationIn = z.output<typeof location>;
export type MessageIn = z.output<typeof message>;
