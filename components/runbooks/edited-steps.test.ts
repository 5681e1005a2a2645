import { describe, expect, it } from "vitest";
import { isChanged, moved, stepsToSend } from "./edited-steps.ts";

const steps = ["a", "b", "c"].map((key) => ({ key, text: `Do ${key}.`, command: "" }));
const keys = (list: { key: string }[]) => list.map(({ key }) => key).join("");

describe("moved", () => {
  it("swaps a step with its neighbour, and stays within the list", () => {
    expect(keys(moved(steps, "b", -1))).toBe("bac");
    expect(keys(moved(steps, "b", 1))).toBe("acb");
    expect(keys(moved(steps, "a", -1))).toBe("abc");
    expect(keys(moved(steps, "c", 1))).toBe("abc");
    expect(keys(moved(steps, "gone", 1))).toBe("abc");
  });
});

describe("stepsToSend and isChanged", () => {
  it("leave empty steps and blanks out of account", () => {
    const typed = [...steps, { key: "new", text: "  ", command: "" }];
    expect(stepsToSend(typed)).toHaveLength(3);
    expect(isChanged({ title: "Deploy", steps }, { title: "Deploy ", steps: typed })).toBe(false);
    expect(isChanged({ title: "Deploy", steps }, { title: "Deploy", steps: moved(steps, "a", 1) })).toBe(true);
    expect(isChanged({ title: "Deploy", steps }, { title: "Deploy it", steps })).toBe(true);
  });
});
