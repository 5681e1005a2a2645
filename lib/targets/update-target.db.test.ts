import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getBoard } from "#db/queries/get-board.ts";
import { activities, targets } from "#db/schema/index.ts";
import { makeMember, makeProject, makeTarget } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { addTarget } from "./add-target.ts";
import { updateTarget } from "./update-target.ts";

const { db } = await testDb();

describe("what the team says of a target", () => {
  it("is made uniform, and shown on the board", async () => {
    const { project, ctx } = await makeProject(db, { role: "engineer" });
    const input = {
      project: project.slug,
      url: "api.example.com",
      profile: "api" as const,
      expects: [" 203.0.113.10 ", "2001:DB8::1", "Edge.Example.NET."],
      origins: ["198.51.100.7", "198.51.100.7"],
      selectors: ["S1", "", "mail.2024"],
    };
    await addTarget({ ctx, input });
    expect((await getBoard(ctx, project.slug)).targets).toMatchObject([
      {
        profile: "api",
        expects: ["203.0.113.10", "2001:db8::1", "edge.example.net"],
        origins: ["198.51.100.7"],
        selectors: ["s1", "mail.2024"],
      },
    ]);
  });

  it.each([
    ["expects", ["1.2.3.400"], /1\.2\.3\.400/],
    ["expects", ["https://edge.example.net/"], /https:\/\/edge/],
    ["expects", ["localhost"], /localhost/],
    ["origins", ["10.0.0.0/8"], /10\.0\.0\.0\/8/],
    ["origins", Array.from({ length: 11 }, (_, n) => `192.0.2.${n}`), /at most 10/],
    ["selectors", ["s1._domainkey.example.com!"], /DKIM selector/],
    ["selectors", ["-x"], /DKIM selector/],
  ] as const)("is refused where it makes no sense: %s %j", async (field, values, message) => {
    const { project, ctx } = await makeProject(db);
    const target = await makeTarget(db, project);
    const input = { project: project.slug, target: target.id, [field]: [...values] };
    await expect(updateTarget({ ctx, input })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { [field]: [expect.stringMatching(message)] },
    });
  });
});

describe("updateTarget", () => {
  it("changes what is given, tells of it once, and leaves the rest", async () => {
    const { project, ctx } = await makeProject(db, { role: "engineer" });
    const target = await makeTarget(db, project, { expects: ["192.0.2.1"] });
    const update = () =>
      updateTarget({
        ctx,
        input: { project: project.slug, target: target.id, profile: "alias", origins: ["192.0.2.2"] },
      });
    expect(await update()).toMatchObject({ profile: "alias", expects: ["192.0.2.1"], origins: ["192.0.2.2"] });
    expect(await lastActivity(db, project.id)).toMatchObject({
      action: "target.updated",
      objectId: target.id,
      details: { changes: { profile: { from: "page", to: "alias" }, origins: { from: [], to: ["192.0.2.2"] } } },
    });
    await update();
    expect(await db.select().from(activities).where(eq(activities.projectId, project.id))).toHaveLength(1);
  });

  it("does not reach into another project, nor past the role", async () => {
    const { project } = await makeProject(db);
    const target = await makeTarget(db, project);
    const client = await makeMember(db, project, "client");
    const other = await makeProject(db);
    const input = { project: project.slug, target: target.id, profile: "api" as const };
    await expect(updateTarget({ ctx: client.ctx, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateTarget({ ctx: other.ctx, input })).rejects.toMatchObject({ code: "not_found" });
    const swapped = { ...input, project: other.project.slug };
    await expect(updateTarget({ ctx: other.ctx, input: swapped })).rejects.toMatchObject({ code: "not_found" });
    expect(await db.select().from(targets).where(eq(targets.id, target.id))).toMatchObject([{ profile: "page" }]);
  });
});
