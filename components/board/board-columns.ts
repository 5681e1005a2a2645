import type { CheckView } from "#db/queries/views.ts";

export type BoardColumn = { id: "todo" | "failing" | "done"; title: string; note: string; checks: CheckView[] };

const DONE = ["verified", "attested", "overridden", "not_applicable"];
const FAILING = ["failing", "warning"];

/** A card stands where its evidence puts it; nobody moves it by hand. */
export function boardColumns(checks: readonly CheckView[]): BoardColumn[] {
  const isFailing = (check: CheckView) => check.isRechecking || FAILING.includes(check.status);
  const isDone = (check: CheckView) => !isFailing(check) && DONE.includes(check.status);
  return [
    {
      id: "todo",
      title: "To do",
      note: "No evidence, or too old",
      checks: checks.filter((one) => !isFailing(one) && !isDone(one)),
    },
    { id: "failing", title: "Failing or blocked", note: "Seen and found wanting", checks: checks.filter(isFailing) },
    { id: "done", title: "Done", note: "Verified, attested or set aside", checks: checks.filter(isDone) },
  ];
}
