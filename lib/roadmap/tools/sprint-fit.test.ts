import { describe, expect, it } from "vitest";
import { STAGE_IDS } from "../ids.ts";
import { DATA, DEADLINES, fitSprint, LOGIN, readSprintQuery, type SprintQuery, USERS } from "./sprint-fit.ts";

const usual = readSprintQuery({});
const answerTo = (changes: Partial<SprintQuery> = {}) => fitSprint({ ...usual, ...changes });
const ids = (stages: readonly { id: string }[]) => stages.map(({ id }) => id);

describe("fitSprint", () => {
  it("is the whole sprint when nothing is done yet", () => {
    expect(answerTo()).toMatchObject({ kind: "whole", hours: 48, later: [] });
    expect(ids(answerTo().stages)).toEqual([...STAGE_IDS]);
  });

  it("is the open stages when little is left", () => {
    const { kind, stages, hours } = answerTo({ done: ["audit", "access", "edge", "secrets", "handover"] });
    expect(kind).toBe("part");
    expect(ids(stages)).toEqual(["resilience", "monitoring"]);
    expect(hours).toBeLessThan(32);
  });

  it("is none when everything is done", () => {
    expect(answerTo({ done: [...STAGE_IDS] })).toMatchObject({ kind: "none", stages: [], hours: 0 });
  });

  it("waits for sign-in to be built, and names what would be tested", () => {
    const { kind, reason } = answerTo({ login: "planned" });
    expect(kind).toBe("not_yet");
    expect(reason).toContain("Authorization by role");
    expect(answerTo({ login: "planned", done: ["access"] }).kind).not.toBe("not_yet");
  });

  it("leaves access out where there is nothing to sign in to", () => {
    expect(ids(answerTo({ login: "none" }).stages)).not.toContain("access");
  });

  it("says no to a date that the minimum bar cannot be reached by", () => {
    expect(answerTo({ deadline: "day" })).toMatchObject({ kind: "not_yet", stages: [] });
    expect(answerTo({ deadline: "day" }).reason).toMatch(/\d+ hours, and there are 24/);
  });

  it("takes what the bar rests on first when time is short", () => {
    const { stages, later } = answerTo({ deadline: "day", done: ["audit", "access", "edge", "monitoring"] });
    expect(ids(stages)).toEqual(expect.arrayContaining(["secrets", "resilience"]));
    expect(ids([...stages, ...later]).toSorted()).toEqual(["handover", "resilience", "secrets"]);
  });

  it("needs a second way in where the data is sensitive", () => {
    const handover = (data: SprintQuery["data"]) => answerTo({ data }).stages.find(({ id }) => id === "handover")?.why;
    expect(handover("sensitive")).toContain("second person");
    expect(handover("none")).toContain("can follow the launch");
  });

  it("begins by looking where nobody uses it and no date presses", () => {
    expect(ids(answerTo({ users: "none", deadline: "open" }).stages)).toEqual(["audit"]);
  });

  it("answers everything in whole sentences, and loses no open stage", () => {
    for (const users of USERS) {
      for (const data of DATA) {
        for (const login of LOGIN) {
          for (const deadline of DEADLINES) {
            const answer = answerTo({ users, data, login, deadline, done: ["audit"] });
            expect(answer.headline).toMatch(/\.$/);
            expect(answer.reason).toMatch(/\.$/);
            const open = STAGE_IDS.filter((id) => id !== "audit" && !(id === "access" && login === "none"));
            expect(ids([...answer.stages, ...answer.later]).toSorted()).toEqual(open.toSorted());
          }
        }
      }
    }
  });
});

it("takes what the address says, and the usual answer for the rest", () => {
  expect(readSprintQuery({ done: ["edge", "nowhere"], users: "public", data: "x", deadline: ["day"] })).toEqual({
    done: ["edge"],
    users: "public",
    data: "personal",
    login: "built",
    deadline: "day",
  });
});
