import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError, notFound } from "#lib/errors.ts";
import { given, problem } from "./problem.ts";

describe("problem", () => {
  it("tells what is ours to tell, and asks for a token where one is missing", async () => {
    const response = problem(new AppError("unauthenticated", "Sign in first."));
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await problem(notFound()).json()).toMatchObject({ status: 404, code: "not_found" });
  });

  it("shows nothing of an answer of ours that breaks its own schema, and does not blame the caller", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { error } = z.object({ inner: z.string() }).safeParse({ inner: 1 });
    const response = problem(error);
    const body = await response.json();
    expect(body).toMatchObject({ status: 500, code: "internal" });
    expect(JSON.stringify(body)).not.toContain("inner");
    expect(String(logged.mock.calls)).toContain(body.reference);
  });
});

describe("given", () => {
  it("answers what the schema makes of it, or says which field is wrong", () => {
    const schema = z.object({ run: z.coerce.number().int() });
    expect(given(schema, { run: "7", role: "founder" })).toEqual({ run: 7 });
    expect(given(undefined, { run: 7 })).toBeUndefined();
    expect(() => given(schema, { run: "x" })).toThrow(AppError);
    expect(() => given(schema, { run: "x" })).toThrow(/^run: /);
  });
});
