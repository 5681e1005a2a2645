import { createHash } from "node:crypto";
import { merged } from "#lib/audits/sarif-import/merge-sights.ts";
import type { ImportedFinding } from "#lib/audits/sarif-import/scans-in.ts";
import { importedTool, OUR_FINGERPRINT } from "#lib/audits/sarif-ours.ts";

/** The register's name for an imported finding. No rule of ours makes names that begin like this. */
export function fingerprintOf(tool: string, identity: readonly string[]): string {
  const [kind, ours = ""] = identity;
  // Another project's export brings its names along, so that the scanner's own log still fits.
  if (kind === OUR_FINGERPRINT && importedTool(ours) !== null) return ours;
  return `sarif|${tool}|${sha256(JSON.stringify(identity))}`;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text.toWellFormed()).digest("hex");
}

/** By fingerprint, each once. */
export function byFingerprint(findings: readonly ImportedFinding[]): Map<string, ImportedFinding> {
  const all = new Map<string, ImportedFinding>();
  for (const finding of findings) {
    const key = fingerprintOf(finding.tool, finding.identity);
    const other = all.get(key);
    all.set(key, other ? merged(other, finding) : finding);
  }
  return all;
}
