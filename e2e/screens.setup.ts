import { test } from "./fixtures.ts";
import { audit, makePack } from "./work.ts";

test("there is a run and a pack to look at", async ({ apiOf }) => {
  const founder = await apiOf("founder");
  await audit(founder, "ops-copilot");
  await makePack(founder, "ops-copilot");
});
