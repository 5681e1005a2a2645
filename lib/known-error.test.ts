import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { AppError, notFound } from "./errors.ts";
import { forLog, knownError } from "./known-error.ts";

const failed = (cause: Error) =>
  new DrizzleQueryError(
    "insert into users (email, password_hash) values ($1, $2)",
    ["a@example.test", "$argon2id$"],
    cause,
  );

describe("knownError", () => {
  it("knows our own errors, and text that the database cannot hold", () => {
    const own = notFound();
    expect(knownError(own)).toBe(own);
    const nul = failed(Object.assign(new Error("invalid byte sequence"), { code: "22021" }));
    expect(knownError(nul)).toMatchObject({ code: "invalid" });
    expect(knownError(nul)).toBeInstanceOf(AppError);
  });

  it.each([new Error("boom"), failed(new Error("duplicate key")), "text", null, undefined])(
    "does not know %s",
    (error) => {
      expect(knownError(error)).toBeNull();
    },
  );
});

describe("forLog", () => {
  it("tells the statement and why it failed, and none of its parameters", () => {
    const text = forLog(failed(new Error("duplicate key")));
    expect(text).toContain("insert into users");
    expect(text).toContain("duplicate key");
    expect(text).toContain("known-error.test.ts");
    expect(text).not.toContain("a@example.test");
    expect(text).not.toContain("$argon2id$");
  });

  it("tells what is no error at all", () => {
    expect(forLog("nothing to see")).toBe("nothing to see");
  });
});
