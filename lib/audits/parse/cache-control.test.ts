import { describe, expect, it } from "vitest";
import { asksEachTime, browserLifetime, cacheControl, forbidsSharing, sharedLifetime } from "./cache-control.ts";

const read = (...values: string[]) => cacheControl(values.map((value): [string, string] => ["cache-control", value]));

describe("cacheControl", () => {
  it("reads all lines as one list, names in any case, arguments quoted or not", () => {
    expect([...read('Public, MAX-AGE="60"', "immutable")]).toEqual([
      ["public", null],
      ["max-age", "60"],
      ["immutable", null],
    ]);
  });

  it("takes commas in quotes for no separators, and the first of a repeated directive", () => {
    expect([...read('no-cache="set-cookie, x-a", max-age=1, max-age=2')]).toEqual([
      ["no-cache", "set-cookie, x-a"],
      ["max-age", "1"],
    ]);
  });

  it("tells lifetimes of shared caches and of browsers apart", () => {
    const policy = read("s-maxage=600, max-age=60");
    expect([sharedLifetime(policy), browserLifetime(policy)]).toEqual([600, 60]);
    expect(sharedLifetime(read("max-age=-1"))).toBeNull();
    expect(sharedLifetime(read("public"))).toBeNull();
  });

  it.each([
    ["no-store", true, false],
    ["private, max-age=60", true, false],
    ['private="x-user"', false, false],
    ["no-cache", false, true],
    ['no-cache="set-cookie", max-age=60', false, false],
    ["public, max-age=0, must-revalidate", false, true],
    ["s-maxage=0, max-age=60", false, true],
    ["", false, false],
  ])("of %j: sharing is forbidden %s, asked each time %s", (value, isForbidden, isAsked) => {
    const policy = read(value);
    expect([forbidsSharing(policy), asksEachTime(policy)]).toEqual([isForbidden, isAsked]);
  });

  it("reads a hundred thousand quotes in time", () => {
    const startedAt = performance.now();
    read('"'.repeat(100_001));
    read('a="'.repeat(50_000));
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
