import type { PartValue } from "../observation.ts";
import { readIntegrity } from "../parse/integrity.ts";
import { outcome } from "../rule.ts";
import { isEvergreen } from "./evergreen-hosts.ts";
import { definePageRule, isUnder } from "./page-rule.ts";

type Reference = NonNullable<PartValue<"page">["document"]>["references"][number];
/** A script or style sheet of another origin, whose attributes were read. */
type Foreign = {
  kind: Reference["kind"];
  url: string;
  integrity: string | null;
  crossorigin: string | null;
  isSameSite: boolean;
};

/** Worst first. What is signed but cannot be checked is broken for every visitor, or looks safe and is not. */
const FAULTS = [
  {
    code: "impossible",
    has: ({ integrity }: Foreign) => integrity !== null && readIntegrity(integrity) === "impossible",
  },
  { code: "no-crossorigin", has: (file: Foreign) => isSigned(file) && file.crossorigin === null },
  { code: "ineffective", has: ({ integrity }: Foreign) => integrity !== null && readIntegrity(integrity) === "none" },
  { code: "script-unchecked", has: (file: Foreign) => isUnchecked(file) && isPinnable(file) && file.kind === "script" },
  { code: "style-unchecked", has: (file: Foreign) => isUnchecked(file) && isPinnable(file) && file.kind === "style" },
  { code: "evergreen", has: (file: Foreign) => isUnchecked(file) },
] as const;

export const sri = definePageRule({
  id: "edge/sri",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    "nothing-foreign": { verdict: "not_applicable", severity: "info" },
    "no-document": { verdict: "not_applicable", severity: "info" },
    evergreen: { verdict: "warn", severity: "info" },
    "style-unchecked": { verdict: "warn", severity: "low" },
    "script-unchecked": { verdict: "warn", severity: "medium" },
    ineffective: { verdict: "fail", severity: "medium" },
    "no-crossorigin": { verdict: "fail", severity: "medium" },
    impossible: { verdict: "fail", severity: "medium" },
    truncated: { verdict: "inconclusive", severity: "info" },
  },
  judge({ response, document }, { target }) {
    if (!document) return outcome("no-document");
    const origin = URL.parse(response.url)?.origin;
    const files = document.references.flatMap((reference) => foreignFile(reference, origin, target.domain));
    for (const { code, has } of FAULTS) {
      const faulty = files.filter(has);
      const [first] = faulty;
      if (first) return outcome(code, { url: first.url, count: String(faulty.length) }, evidenceOf(faulty));
    }
    if (response.bodyTruncated) return outcome("truncated", {}, evidenceOf(files));
    return files.length === 0 ? outcome("nothing-foreign") : outcome("ok", {}, evidenceOf(files));
  },
});

function foreignFile(reference: Reference, origin: string | undefined, site: string): Foreign[] {
  const { kind, url, integrity, crossorigin = null } = reference;
  if (integrity === undefined || URL.parse(url)?.origin === origin) return [];
  return [{ kind, url, integrity, crossorigin, isSameSite: isUnder(url, site) }];
}

/** What the team serves from another host of its own needs no second lock; what somebody else serves does. */
const isUnchecked = ({ integrity, isSameSite }: Foreign) => integrity === null && !isSameSite;
const isPinnable = ({ url }: Foreign) => !isEvergreen(url);
const isSigned = ({ integrity }: Foreign) => integrity !== null && readIntegrity(integrity) !== "none";

const evidenceOf = (files: readonly Foreign[]) =>
  files.map(({ kind, url, integrity, crossorigin }) => ({
    label: `${kind}: integrity ${integrity === null ? "not set" : `"${integrity}"`}, crossorigin ${crossorigin === null ? "not set" : "set"}`,
    value: url,
  }));
