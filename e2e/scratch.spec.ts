import { test } from "./fixtures.ts";
import { audit, makePack } from "./work.ts";
test("x", async ({ apiOf, pageOf }) => {
  const f = await apiOf("founder");
  const t = Date.now();
  const run = await audit(f, "ops-copilot");
  console.log(Date.now() - t, run.state, JSON.stringify(run.counts), run.results.filter((r) => r.verdict !== "pass").map((r) => `${r.rule} ${r.verdict} ${r.summary}`));
  const risks = await (await f.get("/api/v1/projects/ops-copilot/risks")).json();
  console.log(risks.items.map((r: any) => `${r.number} ${r.title} ${r.state} ${r.severity}`));
  const p = await makePack(f, "ops-copilot");
  console.log(JSON.stringify(p), Date.now() - t);
  const page = await pageOf("founder");
  await page.goto("/projects/ops-copilot");
  console.log(await page.locator("h1").textContent());
});
