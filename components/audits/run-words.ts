import type { RunSummary, VerdictCounts } from "#db/queries/views.ts";

const AREA_TITLES: Record<string, string> = { dns: "DNS", edge: "Edge: TLS and HTTP", mail: "Mail" };

/** The part of a rule's id before the slash, in words. */
export function areaTitle(rule: string): string {
  const area = rule.split("/")[0] ?? rule;
  return AREA_TITLES[area] ?? `${area[0]?.toUpperCase()}${area.slice(1)}`;
}

const host = (url: string) => new URL(url).host;

/** "ops-copilot.test and 2 more hosts". */
export function targetsInWords(targets: readonly { url: string }[]): string {
  const [first, ...more] = targets;
  if (!first) return "nothing";
  if (more.length === 0) return host(first.url);
  return `${host(first.url)} and ${more.length} more ${more.length === 1 ? "host" : "hosts"}`;
}

const VERBS: Record<RunSummary["state"], string> = {
  queued: "About to audit",
  running: "Auditing",
  finished: "Audited",
  cancelled: "Cancelled the audit of",
  failed: "Could not finish the audit of",
};

export function runHeadline(run: Pick<RunSummary, "state" | "targets">): string {
  return `${VERBS[run.state]} ${targetsInWords(run.targets)}`;
}

/** Why it was started, after "Started by …". */
export function purpose(run: Pick<RunSummary, "reason" | "risk">): string {
  if (run.reason === "verify") return run.risk ? `to verify “${run.risk.title}”` : "to verify a fix";
  if (run.reason === "schedule") return "on schedule";
  if (run.reason === "api") return "through the API";
  return "by hand";
}

export function decided(counts: VerdictCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** "14 of 24 rules · 2 failing". */
export function progressInWords(run: Pick<RunSummary, "counts" | "rules" | "targets">): string {
  const failing = run.counts.fail === 0 ? "none failing" : `${run.counts.fail} failing`;
  return `${decided(run.counts)} of ${run.rules.length * run.targets.length} rules · ${failing}`;
}

const UNSEEN = ["inconclusive", "error", "not_run"] as const;

/** "2 fail, 1 warning, 3 could not be checked, 18 pass". */
export function countsInWords(counts: VerdictCounts): string {
  const unseen = UNSEEN.reduce((sum, verdict) => sum + counts[verdict], 0);
  const parts = [
    [counts.fail, "fail"],
    [counts.warn, counts.warn === 1 ? "warning" : "warnings"],
    [unseen, "could not be checked"],
    [counts.pass, "pass"],
  ] as const;
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(", ") || "no results"
  );
}

/** "1.2 s", "38 s", "2 min 5 s"; between two moments in ISO 8601. */
export function duration(from: string, to: string): string {
  const seconds = Math.max(0, Date.parse(to) - Date.parse(from)) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
