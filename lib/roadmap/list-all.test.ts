import { expect, it } from "vitest";
import { listAll } from "./list-all.ts";

it("returns the list that it was given", () => {
  const list = [{ id: "a" }, { id: "b" }] as const;
  expect(listAll<"a" | "b">()(list)).toBe(list);
});

it("makes a list with a gap a type error", () => {
  // @ts-expect-error "b" is missing
  expect(listAll<"a" | "b">()([{ id: "a" }])).toHaveLength(1);
});

it("makes an id that is not known a type error", () => {
  // @ts-expect-error "c" is no such id
  expect(listAll<"a" | "b">()([{ id: "a" }, { id: "b" }, { id: "c" }])).toHaveLength(3);
});
