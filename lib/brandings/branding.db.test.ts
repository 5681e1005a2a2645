import { describe, expect, it } from "vitest";
import { getBranding } from "#db/queries/get-branding.ts";
import { activities } from "#db/schema/index.ts";
import { makeActor, makeMember, makeProject } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import { removeLogo } from "./remove-logo.ts";
import { setBranding } from "./set-branding.ts";
import { setLogo } from "./set-logo.ts";
import { png } from "./testing/pictures.ts";

const { db } = await testDb();
const LOGO = png(8, 4);

describe("the look of packs", () => {
  it("is the house's own until somebody chooses one, part by part", async () => {
    const { ctx, project } = await makeProject(db);
    const { slug } = project;
    expect(await getBranding(ctx, slug)).toMatchObject({ clientName: "", accent: null, paper: "a4", logo: null });
    await setBranding({ ctx, input: { project: slug, clientName: " Acme ", accent: "#0B5CAD" } });
    await setBranding({ ctx, input: { project: slug, paper: "letter" } });
    await setLogo({ ctx, input: { project: slug, logo: LOGO } });
    const all = { clientName: "Acme", accent: "#0b5cad", paper: "letter" };
    const logo = `data:image/png;base64,${LOGO.toString("base64")}`;
    expect(await getBranding(ctx, slug)).toMatchObject({ ...all, logo });
    await setBranding({ ctx, input: { project: slug, accent: null } });
    await removeLogo({ ctx, input: { project: slug } });
    await removeLogo({ ctx, input: { project: slug } });
    expect(await getBranding(ctx, slug)).toMatchObject({ ...all, accent: null, logo: null });
  });

  it("is told of in the history, without the picture", async () => {
    const { ctx, project } = await makeProject(db);
    await setLogo({ ctx, input: { project: project.slug, logo: LOGO } });
    const rows = (await db.select().from(activities)).filter(({ projectId }) => projectId === project.id);
    expect(rows).toMatchObject([
      { action: "branding.set", details: { logo: { type: "image/png", width: 8, height: 4 } } },
    ]);
    expect(JSON.stringify(rows)).not.toContain(LOGO.toString("base64"));
  });

  it.each([{ accent: "red" }, { accent: "#12345" }, { accent: "#12345g" }, { clientName: "x".repeat(121) }])(
    "is not %j",
    async (fields) => {
      const { ctx, project } = await makeProject(db);
      const field = Object.keys(fields)[0] ?? "";
      await expect(setBranding({ ctx, input: { project: project.slug, ...fields } })).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { [field]: [expect.any(String)] },
      });
    },
  );

  it("is chosen by founders, and seen by every member", async () => {
    const { project } = await makeProject(db);
    const { slug } = project;
    const stranger = await makeActor(db);
    for (const [ctx, code] of [
      [(await makeMember(db, project, "engineer")).ctx, "forbidden"],
      [(await makeMember(db, project, "client")).ctx, "forbidden"],
      [stranger.ctx, "not_found"],
    ] as const) {
      await expect(setBranding({ ctx, input: { project: slug } })).rejects.toMatchObject({ code });
      await expect(setLogo({ ctx, input: { project: slug, logo: LOGO } })).rejects.toMatchObject({ code });
      await expect(removeLogo({ ctx, input: { project: slug } })).rejects.toMatchObject({ code });
    }
    expect(await getBranding((await makeMember(db, project, "client")).ctx, slug)).toMatchObject({ paper: "a4" });
    await expect(getBranding(stranger.ctx, slug)).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes no picture that is none", async () => {
    const { ctx, project } = await makeProject(db);
    const input = { project: project.slug, logo: new TextEncoder().encode("<svg/>") };
    await expect(setLogo({ ctx, input })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { logo: [expect.any(String)] },
    });
  });
});
