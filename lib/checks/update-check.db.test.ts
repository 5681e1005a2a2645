import { beforeAll, describe, expect, it } from "vitest";
import { getCheck } from "#db/queries/get-check.ts";
import { makeMember, makeProject } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { updateCheck } from "./update-check.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

describe("updateCheck", () => {
  it("lets engineers say who looks after a check, and only founders that it does not apply", async () => {
    const { project, ctx } = await makeProject(db);
    const engineer = await makeMember(db, project, "engineer");
    const input = { project: project.slug, checkId: "log-masking" as const };
    const reason = { notApplicableReason: "Nothing is logged here." };
    await updateCheck({ ctx: engineer.ctx, input: { ...input, ownerId: engineer.user.id } });
    const excluding = updateCheck({ ctx: engineer.ctx, input: { ...input, ...reason } });
    await expect(excluding).rejects.toMatchObject({ code: "forbidden" });
    expect(await getCheck(ctx, project.slug, input.checkId)).toMatchObject({
      owner: { id: engineer.user.id },
      notApplicableReason: null,
    });
    await updateCheck({ ctx, input: { ...input, ...reason } });
    const including = updateCheck({ ctx: engineer.ctx, input: { ...input, notApplicableReason: null } });
    await expect(including).rejects.toMatchObject({ code: "forbidden" });
    expect(await getCheck(ctx, project.slug, input.checkId)).toMatchObject(reason);
  });
});
