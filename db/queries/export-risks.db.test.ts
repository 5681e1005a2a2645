import { describe, expect, it } from "vitest";
import { makeMember, makeProject } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { SCANNER_LOGS } from "#lib/audits/sarif-import/testing/scanner-logs.ts";
import { readCsv } from "#lib/csv/read-csv.ts";
import { createRisk } from "#lib/risks/create-risk.ts";
import { decideRisk } from "#lib/risks/decide-risk.ts";
import { importSarif } from "#lib/risks/import-sarif.ts";
import { exportRisks } from "./export-risks.ts";

const { db } = await testDb();

async function register() {
  const { project, ctx, user } = await makeProject(db);
  const ref = { project: project.slug };
  await importSarif({ ctx, input: { ...ref, fileName: "codeql.sarif", text: SCANNER_LOGS.codeql } });
  const title = '=HYPERLINK("http://evil.example")';
  await createRisk({ ctx, input: { ...ref, title, checkId: "backup-access", severity: "low", ownerId: user.id } });
  const expiresAt = new Date(ctx.now.getTime() + 30 * 86_400_000).toISOString();
  await decideRisk({ ctx, input: { ...ref, number: 1, treatment: "accept", reason: "A demo, only.", expiresAt } });
  return { project, ctx, user, expiresAt };
}

describe("exportRisks", () => {
  it("writes every risk and column as CSV, worst first, and nothing that a spreadsheet would run", async () => {
    const { project, ctx, user, expiresAt } = await register();
    const file = await exportRisks(ctx, project.slug, "csv");
    expect(file).toMatchObject({ fileName: `${project.slug}-risks.csv`, mediaType: "text/csv; charset=utf-8" });
    const { records, problems } = readCsv(file.text);
    expect(problems).toEqual([]);
    const [header = [], ...rows] = records.map(({ fields }) => fields);
    const told = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
    expect(told).toMatchObject([
      { number: "2", severity: "critical", tool: "CodeQL", location: "src/config.js", line: "7", decision: "" },
      {
        number: "1",
        decision: "accept",
        "decision in force": "yes",
        "decision's reason": "A demo, only.",
        "decided by": user.name,
        "review date": expiresAt.slice(0, 10),
        "blocks the launch": "no",
      },
      { number: "3", title: `'=HYPERLINK("http://evil.example")`, owner: user.name, tool: "", location: "" },
    ]);
  });

  it("writes the same bytes for the same register", async () => {
    const { project, ctx } = await register();
    for (const format of ["csv", "sarif"] as const) {
      expect(await exportRisks(ctx, project.slug, format)).toEqual(await exportRisks(ctx, project.slug, format));
    }
    expect(await exportRisks(ctx, project.slug, "sarif")).toMatchObject({ mediaType: "application/sarif+json" });
  });

  it("is for every member, clients too, and for an empty register", async () => {
    const { project } = await makeProject(db);
    const client = await makeMember(db, project, "client");
    const { text } = await exportRisks(client.ctx, project.slug, "csv");
    expect(readCsv(text).records).toHaveLength(1);
    expect(JSON.parse((await exportRisks(client.ctx, project.slug, "sarif")).text)).toMatchObject({
      runs: [{ results: [] }],
    });
  });
});
