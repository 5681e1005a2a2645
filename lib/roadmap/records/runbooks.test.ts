import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { environmentRunbook } from "./runbook-reading.ts";
import { lastCompleteRun, peopleForAll, runbookStanding, singlePersonSteps, stepStandings } from "./runbooks.ts";
import { NO_RECORDS, type RunbookFact } from "./types.ts";

const NOW = new Date("2026-10-01T12:00:00.000Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();

const STEPS = ["a", "b", "c"].map((id) => ({ id, text: `Do ${id}`, command: "" }));
const run = (person: string, stepIds = ["a", "b", "c"], days = 1, isDryRun = true) => ({
  person,
  isDryRun,
  stepIds,
  doneAt: daysAgo(days),
});

function book(values: Partial<RunbookFact> = {}): RunbookFact {
  return {
    id: "book",
    kind: "change_variable",
    platform: "vercel",
    title: "Change a variable",
    steps: STEPS,
    updatedAt: daysAgo(30),
    rehearsals: [],
    ...values,
  };
}
const reading = (...runbooks: RunbookFact[]) => environmentRunbook({ ...NO_RECORDS, runbooks }, NOW);

describe("stepStandings", () => {
  it("names each person once, however the name was written", () => {
    const rehearsals = [run("Mira Keller"), run("mira  keller ", ["a"]), run("Jonas", ["a"])];
    expect(stepStandings(book({ rehearsals })).map(({ place, people }) => [place, people])).toEqual([
      [1, ["Mira Keller", "Jonas"]],
      [2, ["Mira Keller"]],
      [3, ["Mira Keller"]],
    ]);
  });

  it("has nobody for a step that was changed since", () => {
    const steps = [{ id: "b2", text: "Do b otherwise", command: "" }];
    expect(stepStandings(book({ steps, rehearsals: [run("Mira")] }))[0]?.people).toEqual([]);
  });
});

describe("singlePersonSteps", () => {
  it("are those that fewer than two people have done, of every runbook", () => {
    const rehearsals = [run("Mira"), run("Jonas", ["a", "c"])];
    const found = singlePersonSteps({
      runbooks: [book({ rehearsals }), book({ id: "new", steps: STEPS.slice(0, 1) })],
    });
    expect(found.map(({ runbookId, step }) => [runbookId, step.id, step.people])).toEqual([
      ["book", "b", ["Mira"]],
      ["new", "a", []],
    ]);
  });
});

describe("peopleForAll and lastCompleteRun", () => {
  it("know who can do all of it, and when it was last done in one go", () => {
    const rehearsals = [run("Jonas", ["a"], 1), run("Jonas", ["b", "c"], 2), run("Mira", undefined, 5)];
    expect(peopleForAll(book({ rehearsals }))).toEqual(["Jonas", "Mira"]);
    expect(lastCompleteRun(book({ rehearsals }))).toBe(daysAgo(5));
    expect(lastCompleteRun(book({ steps: [], rehearsals }))).toBeNull();
    expect(peopleForAll(book({ steps: [], rehearsals }))).toEqual([]);
  });
});

describe("environmentRunbook", () => {
  it("says nothing until a runbook for changing a variable is there", () => {
    expect(reading()).toBeNull();
    expect(reading(book({ kind: "deploy" }))).toBeNull();
  });

  it.each([
    ["has no steps", book({ steps: [] }), "unknown"],
    ["was never tried", book(), "unknown"],
    [
      "has a step that nobody has done",
      book({ rehearsals: [run("Mira", ["a", "b"]), run("Jonas", ["a", "b"])] }),
      "unknown",
    ],
    ["was only done in pieces", book({ rehearsals: [run("Mira", ["a", "b"]), run("Mira", ["c"])] }), "unknown"],
    [
      "was last done too long ago",
      book({ rehearsals: [run("Mira", undefined, 91), run("Jonas", undefined, 92)] }),
      "stale",
    ],
    ["is known to one person only", book({ rehearsals: [run("Mira")] }), "warning"],
    ["was done by two people", book({ rehearsals: [run("Mira"), run("Jonas")] }), "attested"],
    ["was done for real", book({ rehearsals: [run("Mira", undefined, 1, false), run("Jonas")] }), "attested"],
  ])("when it %s", (_, runbook, status) => {
    expect(reading(runbook)).toMatchObject({ status, isComplete: status === "warning" || status === "attested" });
  });

  it("takes its date from the newest complete run", () => {
    const rehearsals = [run("Jonas", ["a"], 1), run("Mira", undefined, 3), run("Jonas", undefined, 40)];
    expect(reading(book({ rehearsals }))).toMatchObject({ status: "attested", evidenceAt: daysAgo(3) });
  });

  it("wants one for each platform that the runbooks name, and is as good as the worst of them", () => {
    const done = [run("Mira"), run("Jonas")];
    const vercel = book({ rehearsals: done });
    const elsewhere = book({ id: "fly", platform: "fly", kind: "deploy", rehearsals: done });
    expect(reading(vercel, elsewhere)).toMatchObject({ status: "unknown", line: "No runbook for Fly.io" });
    const alone = book({ id: "fly-2", platform: "fly", rehearsals: [run("Mira", undefined, 9)] });
    expect(reading(vercel, elsewhere, alone)).toMatchObject({ status: "warning", evidenceAt: daysAgo(9) });
    expect(reading(vercel, book({ id: "draft" }))).toMatchObject({ status: "attested" });
  });

  it("never says more than the runs show, whatever they are", () => {
    const rehearsal = fc.record({
      person: fc.constantFrom("Mira", "Jonas", "Ana"),
      isDryRun: fc.boolean(),
      stepIds: fc.subarray(["a", "b", "c", "gone"]),
      doneAt: fc.integer({ min: 0, max: 200 }).map(daysAgo),
    });
    fc.assert(
      fc.property(fc.array(rehearsal, { maxLength: 8 }), (rehearsals) => {
        const runbook = book({ rehearsals });
        const status = reading(runbook)?.status;
        const peoplePerStep = STEPS.map(
          ({ id }) =>
            new Set(rehearsals.filter(({ stepIds }) => stepIds.includes(id)).map(({ person }) => person)).size,
        );
        const least = Math.min(...peoplePerStep);
        if (status === "attested") expect(least).toBeGreaterThanOrEqual(2);
        if (status === "warning") expect(least).toBe(1);
        if (least === 0) expect(status).toBe("unknown");
        expect(singlePersonSteps({ runbooks: [runbook] })).toHaveLength(peoplePerStep.filter((one) => one < 2).length);
        expect(runbookStanding(runbook, 90, NOW).undone).toBe(peoplePerStep.filter((one) => one === 0).length);
      }),
    );
  });
});
