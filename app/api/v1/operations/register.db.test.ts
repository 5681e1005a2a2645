import { describe, expect, it } from "vitest";
import { makeMember, makeProject } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { logOf, resultAt, SCANNER_LOGS } from "#lib/audits/sarif-import/testing/scanner-logs.ts";
import type { Ctx } from "#lib/ctx.ts";
import { findOperation } from "../dispatch.ts";

const { db } = await testDb();

async function setting() {
  const { project, ctx: founder } = await makeProject(db);
  const { ctx: engineer } = await makeMember(db, project, "engineer");
  /** As the route does it: by method and path, with what the schemas make of body, query and answer. */
  const callAs =
    (ctx: Ctx) =>
    async (method: string, path: string, body: unknown = {}, query: object = {}) => {
      const { operation, params } = findOperation(method, ["projects", project.slug, ...path.split("/")]);
      const given = {
        ctx,
        params: operation.params?.parse(params),
        query: operation.query?.parse(query),
        body: operation.body?.parse(body),
        request: new Request("https://app.example.test/"),
      };
      const answer = await operation.handle(given);
      if (answer instanceof Response) return { type: answer.headers.get("Content-Type"), text: await answer.text() };
      return operation.response ? (operation.response.parse(answer) as Record<string, unknown>) : null;
    };
  const expiresAt = new Date(founder.now.getTime() + 30 * 86_400_000).toISOString();
  const putOff = { treatment: "defer", reason: "After the pilot.", expiresAt };
  return { project, founder: callAs(founder), engineer: callAs(engineer), putOff };
}

const read = (sarif: unknown) => ({ fileName: "scan.sarif", sarif });

describe("operations about the register", () => {
  it("import SARIF as text or as an object, list it, and give it out again", async () => {
    const { engineer } = await setting();
    expect(await engineer("POST", "imports", read(JSON.parse(SCANNER_LOGS.codeql)))).toMatchObject({
      opened: 2,
      tools: [{ tool: "CodeQL", version: "2.19.3", opened: 2 }],
    });
    expect(await engineer("POST", "imports", read(SCANNER_LOGS.codeql))).toMatchObject({ opened: 0 });
    expect(await engineer("GET", "imports")).toMatchObject({ items: [{ tool: "CodeQL", fileName: "scan.sarif" }] });
    expect(await engineer("GET", "risks/export")).toMatchObject({ type: "text/csv; charset=utf-8" });
    const sarif = await engineer("GET", "risks/export", {}, { format: "sarif" });
    expect(sarif).toMatchObject({ type: "application/sarif+json", text: expect.stringContaining("launchReady/v1") });
    expect(await engineer("POST", "imports", read(sarif?.text))).toMatchObject({ opened: 0, changed: 0, verified: 0 });
  });

  it("refuse an object that is nested too deep to be written", async () => {
    const { engineer } = await setting();
    const deep = JSON.parse(`{"runs":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    await expect(engineer("POST", "imports", read(deep))).rejects.toMatchObject({ code: "invalid" });
  });

  it("ask, decline, ask again, approve", async () => {
    const { engineer, founder, putOff } = await setting();
    await engineer(
      "POST",
      "imports",
      read(logOf([resultAt("a.js", 1, { properties: { "security-severity": "9.8" } })])),
    );
    type Asked = { proposal: { id: string } };
    const first = (await engineer("POST", "risks/1/proposals", putOff)) as Asked;
    const declined = await founder("POST", `risks/1/decisions/${first.proposal.id}/decline`, { reason: "Not yet." });
    expect(declined).toMatchObject({ proposal: null, decisions: [{ state: "declined", declineReason: "Not yet." }] });
    const second = (await founder("POST", "risks/1/decisions", putOff)) as Asked;
    expect(await engineer("POST", `risks/1/decisions/${second.proposal.id}/approve`)).toMatchObject({
      isBlocking: false,
      decision: { isByTwo: true, isInForce: true },
    });
    const third = (await engineer("POST", "risks/1/proposals", putOff)) as Asked;
    expect(await engineer("POST", `risks/1/decisions/${third.proposal.id}/withdraw`)).toMatchObject({ proposal: null });
  });

  it("decide, ask and assign for many at once", async () => {
    const { engineer, founder, putOff } = await setting();
    await engineer("POST", "imports", read(logOf([resultAt("a.js", 1), resultAt("b.js", 1)])));
    const numbers = [1, 2, 3];
    const outcomes = (answer: Record<string, unknown> | null) =>
      ((answer?.items ?? []) as { outcome: string }[]).map(({ outcome }) => outcome);
    expect(outcomes(await engineer("POST", "risks/proposals", { ...putOff, numbers }))).toEqual([
      "proposed",
      "proposed",
      "refused",
    ]);
    expect(outcomes(await founder("POST", "risks/decisions", { ...putOff, numbers }))).toEqual([
      "decided",
      "decided",
      "refused",
    ]);
    const dueAt = putOff.expiresAt;
    expect(outcomes(await engineer("POST", "risks/assignments", { numbers, dueAt }))).toEqual([
      "changed",
      "changed",
      "refused",
    ]);
  });

  it("save, list and delete views", async () => {
    const { engineer } = await setting();
    const saved = await engineer("POST", "views", { name: "Open", search: "state=open" });
    expect(saved).toMatchObject({ items: [{ name: "Open", search: "state=open" }] });
    const [view] = (saved?.items ?? []) as { id: string }[];
    expect(await engineer("DELETE", `views/${view?.id}`)).toBeNull();
    expect(await engineer("GET", "views")).toEqual({ items: [] });
  });
});
