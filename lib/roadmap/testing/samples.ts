import { CHECK_IDS, type CheckId } from "../ids.ts";
import type { CheckAttestation, CheckResult, CheckStatus, DerivedById, DerivedCheck } from "../status.ts";

export const NOW = new Date("2026-03-10T12:00:00.000Z");
const DAY_MS = 24 * 60 * 60 * 1000;

export function daysAgo(days: number): string {
  return new Date(NOW.getTime() - days * DAY_MS).toISOString();
}

export function sampleResult(overrides: Partial<CheckResult> = {}): CheckResult {
  return {
    rule: "edge/hsts",
    target: "production",
    verdict: "pass",
    severity: "info",
    summary: "HSTS lasts for a year.",
    observedAt: daysAgo(1),
    ...overrides,
  };
}

export function sampleAttestation(overrides: Partial<CheckAttestation> = {}): CheckAttestation {
  return {
    statement: "Tried it with Ana.",
    isOverride: false,
    observedAt: daysAgo(2),
    expiresAt: null,
    withdrawnAt: null,
    ...overrides,
  };
}

export function sampleCheck(id: CheckId, status: CheckStatus, overrides: Partial<DerivedCheck> = {}): DerivedCheck {
  const isProven = status !== "unknown" && status !== "stale";
  return {
    id,
    status,
    source: status === "unknown" ? "none" : "automatic",
    line: `${id} is ${status}`,
    evidenceAt: status === "unknown" ? null : daysAgo(1),
    why: `${id} is ${status}.`,
    isComplete: isProven,
    ...overrides,
  };
}

/** All checks at one status, but for those that are named. */
export function sampleChecks(
  status: CheckStatus,
  named: Partial<Record<CheckId, CheckStatus | DerivedCheck>> = {},
): DerivedById {
  const entries = CHECK_IDS.map((id) => {
    const own = named[id] ?? status;
    return [id, typeof own === "string" ? sampleCheck(id, own) : own] as const;
  });
  return Object.fromEntries(entries) as Record<CheckId, DerivedCheck>;
}
