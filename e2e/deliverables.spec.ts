import { expect, test } from "./fixtures.ts";
import { demo } from "./people.ts";
import { audit, newProject } from "./work.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test("leads from the board to a deliverable, to what it lacks, and to complete once that is there", async ({
  apiOf,
  pageOf,
}) => {
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Deliverables", `https://old-copilot.test:${demo().ports.port}/`);
  const page = await pageOf("founder");
  await page.goto(`/projects/${slug}/stages/resilience`);
  await page.getByRole("link", { name: "Throttling settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Throttling settings" })).toBeVisible();
  await expect(page.getByText("No rule gathers this yet")).toBeVisible();
  await page.getByRole("link", { name: /^Rate limits: No automated rule looks at this/ }).click();
  await expect(page.getByRole("dialog", { name: /limited/ })).toBeVisible();

  const stated = { statement: "Twenty calls a minute for each account.", observedAt: new Date().toISOString() };
  const attested = await founder.post(`/api/v1/projects/${slug}/checks/rate-limits/attestations`, { data: stated });
  expect(attested.status()).toBe(201);
  await page.goto(`/projects/${slug}/deliverables`);
  await expect(page.getByRole("heading", { name: "1 of 13 deliverables complete" })).toBeVisible();
  await page.getByRole("link", { name: "Throttling settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Throttling settings" })).toBeVisible();
  await expect(page.getByText("What is missing")).toHaveCount(0);
  await expect(page.getByRole("cell", { name: stated.statement })).toBeVisible();
});

test("shows a decision until it is due, and a wish as something that can wait", async ({ apiOf, pageOf }) => {
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Decisions", `https://old-copilot.test:${demo().ports.port}/`);
  const risks = `/api/v1/projects/${slug}/risks`;
  const risk = { checkId: "handover-review", severity: "high", likelihood: 3, impact: 3 };
  await founder.post(risks, { data: { ...risk, title: "Build a policy engine" } });
  const { number } = await (await founder.post(risks, { data: { ...risk, title: "Old consoles" } })).json();
  const decided = await founder.post(`${risks}/${number}/decisions`, {
    data: {
      treatment: "defer",
      reason: "The consoles are closed in May.",
      compensatingControl: "Only the office may reach them.",
      expiresAt: inDays(20),
    },
  });
  expect(decided.status()).toBe(201);
  const page = await pageOf("founder");
  await page.goto(`/projects/${slug}/deliverables/decision-list`);
  const deferred = page.getByRole("region", { name: "Deferred" });
  await expect(deferred.getByRole("cell", { name: "Only the office may reach them." })).toBeVisible();
  const wishes = page.getByRole("region", { name: "Proposed to wait" });
  await expect(wishes.getByRole("cell", { name: "A complex permission system" })).toBeVisible();
  await wishes.getByRole("link", { name: /Build a policy engine/ }).click();
  await expect(page.getByRole("dialog", { name: /Build a policy engine/ })).toBeVisible();
});

test("can be taken along as Markdown and put on paper, each claim with its run", async ({ apiOf, pageOf }) => {
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Paper", `https://old-copilot.test:${demo().ports.port}/`);
  await audit(founder, slug);
  const page = await pageOf("founder", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(`/projects/${slug}/deliverables/domain-setup`);
  await expect(
    page.getByRole("region", { name: "All hosts" }).getByRole("link", { name: "old-copilot.test" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("Copied as Markdown.")).toBeVisible();
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(markdown).toContain("# Domain set-up");
  expect(markdown).toContain(`/projects/${slug}/audits/1)`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1, name: "Domain set-up" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Project" })).toBeHidden();
});

test("lights a signal by what a person wrote down, with the way to settle it", async ({ apiOf, pageOf }) => {
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Signals", `https://old-copilot.test:${demo().ports.port}/`);
  await founder.post(`/api/v1/projects/${slug}/risks`, {
    data: {
      title: "The deploy key was sent by Slack",
      checkId: "secret-locations",
      severity: "high",
      likelihood: 4,
      impact: 4,
    },
  });
  const page = await pageOf("founder");
  await page.goto(`/projects/${slug}`);
  const signals = page.getByRole("region", { name: "Signals" });
  await expect(signals.getByText(/The deploy key was sent by Slack, written down by hand, is open\./)).toBeVisible();
  await expect(signals.getByText("Only Mira Kovač may change anything in this project.")).toBeVisible();
  await signals.getByRole("link", { name: "A key was sent in a chat" }).click();
  await expect(page.getByRole("dialog", { name: /The deploy key was sent by Slack/ })).toBeVisible();
});
