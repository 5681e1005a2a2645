import { expect, test } from "./fixtures.ts";
import { newProject } from "./work.ts";

const NOWHERE = "https://sprint.ops-copilot.test/";

test("a sprint is started, paused and finished, and says what it delivered", async ({ apiOf, pageOf }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Sprint", NOWHERE);
  const page = await pageOf("founder");
  await page.goto(`/projects/${project}/sprint`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No sprint is under way");
  await page.getByRole("button", { name: "Start a sprint…" }).click();
  const dialog = page.getByRole("dialog", { name: "Start a sprint" });
  await dialog.getByLabel("What shall be true at the end?").fill("Two checks hold.");
  await dialog.getByRole("button", { name: "Start the clock" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sprint 1: No checks delivered, 35 checks open.");
  const clock = page.getByRole("timer");
  await expect(clock).toContainText(/47:59:\d\d/);
  const before = await clock.textContent();
  await expect(clock).not.toHaveText(before ?? "");

  await founder.post(`/api/v1/projects/${project}/checks/sensitive-prompts/attestations`, {
    data: { statement: "Read forty transcripts with Ana.", observedAt: new Date().toISOString() },
  });
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(clock).toContainText("Paused");
  const stands = await clock.textContent();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sprint 1: One check delivered, 34 checks open.");
  expect((await founder.post(`/api/v1/projects/${project}/sprint/pause`)).status()).toBe(409);
  await page.reload();
  await expect(clock).toHaveText(stands ?? "");
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();

  await page.getByRole("button", { name: "Finish…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Finish the sprint" }).click();
  await expect(page).toHaveURL(`/projects/${project}/sprint?number=1`);
  const delivered = page.getByRole("region", { name: "What was delivered" });
  await expect(delivered.getByText("Now hold: one check")).toBeVisible();
  await expect(clock).toHaveCount(0);

  await page.goto(`/projects/${project}/sprint`);
  await expect(page.getByRole("link", { name: "Sprint 1" })).toBeVisible();
  await expect(page.getByText("1 delivered, 0 slipped", { exact: false })).toBeVisible();
});

test("a client sees the sprint and cannot touch it", async ({ apiOf, pageOf, newcomer }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Sprint for clients", NOWHERE);
  await founder.post(`/api/v1/projects/${project}/sprint`, { data: { goal: "The gate holds." } });
  const client = await newcomer({ project, role: "client" });
  const page = await pageOf(client, { reducedMotion: "reduce" });
  await page.goto(`/projects/${project}/sprint`);
  await expect(page.getByText("“The gate holds.”")).toBeVisible();
  await expect(page.getByRole("timer")).toContainText("47 h 59 min");
  await expect(page.getByRole("button", { name: /^(Pause|Finish)/ })).toHaveCount(0);
  const theirs = await apiOf(client);
  expect((await theirs.post(`/api/v1/projects/${project}/sprint/finish`)).status()).toBe(403);
});
