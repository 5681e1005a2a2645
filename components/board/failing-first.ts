import type { CheckView } from "#db/queries/views.ts";

/** Failing checks on top, the rest in the order of the roadmap. */
export function failingFirst(checks: readonly CheckView[]): CheckView[] {
  const isFailing = (check: CheckView) => check.status === "failing";
  return [...checks.filter(isFailing), ...checks.filter((check) => !isFailing(check))];
}
