import { cleanText } from "#lib/handover/sanitize.ts";
import { CHECK_IDS, type CheckId, SEVERITIES, type Severity } from "#lib/roadmap/ids.ts";

/** How our own SARIF is recognised when it comes back. */
export const OUR_TOOL = "launch-ready";
export const OUR_FINGERPRINT = "launchReady/v1";

/** The register's name for what was imported: the tool, and a SHA-256 of what makes a finding the same one. */
const IMPORTED = /^sarif\|([^|]{1,80})\|[0-9a-f]{64}$/;

/** The tool in a name that an import made; null for the other names. */
export function importedTool(fingerprint: string): string | null {
  return IMPORTED.exec(fingerprint)?.[1] ?? null;
}

type Told = {
  identity: string[];
  tool: string;
  severity?: Severity;
  checkId?: CheckId;
  rule?: string;
  title?: string;
};

/** What a register's export says of a finding beyond what SARIF has words for (see sarif-register.ts). */
export function oursIn(properties: Record<string, unknown> | null | undefined, fingerprint: string): Told {
  const text = (name: string, max: number) => {
    const value = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return typeof value === "string" && value !== "" ? cleanText(value, max) : undefined;
  };
  const tool = cleanText(importedTool(fingerprint) ?? OUR_TOOL);
  const severity = SEVERITIES.find((one) => one === text("severity", 20));
  const checkId = CHECK_IDS.find((one) => one === text("check", 60));
  const rule = text("rule", 300);
  const title = text("title", 200);
  return {
    identity: [OUR_FINGERPRINT, fingerprint],
    tool,
    ...(severity && { severity }),
    ...(checkId && { checkId }),
    ...(rule?.startsWith(`${tool}/`) && { rule }),
    ...(title !== undefined && { title }),
  };
}
