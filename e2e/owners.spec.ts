import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { demo, demoPerson } from "./people.ts";
import { newProject } from "./work.ts";

const labUrl = (path = "/") => `https://ops-copilot.test:${demo().ports.port}${path}`;

const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });
const WAY_IN = "The recovery codes are on paper, in the safe of the office.";

/** Writes a row down and its test, as a script would. */
async function declare(api: APIRequestContext, slug: string, kind: string): Promise<void> {
  const path = `/api/v1/projects/${slug}/owners/${kind}`;
  await api.patch(path, { data: { provider: "Example Hosting", breakGlass: WAY_IN } });
  const tested = await api.post(`${path}/tests`, { data: { testedAt: new Date().toISOString() } });
  expect(tested.status(), await tested.text()).toBe(200);
}

test("a row is filled, gets a second owner and a test, and the check on the board moves", async ({
  apiOf,
  pageOf,
  newcomer,
}) => {
  test.setTimeout(180_000);
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Owners", labUrl());
  const second = await newcomer({ project: slug, role: "engineer" });
  const page = await pageOf("founder");
  await page.goto(`/projects/${slug}/owners`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nobody has written down yet who owns what.");
  const sheet = page.getByRole("dialog", { name: "DNS" });

  await test.step("a secret is refused with the reason, and nothing that was typed is lost", async () => {
    await row(page, "DNS").getByRole("link", { name: "Write down DNS" }).click();
    await sheet.getByLabel("Provider").fill("Cloudflare");
    await sheet.getByLabel("First owner").selectOption({ label: demoPerson("founder").name });
    await sheet.getByLabel(/^The other way in/).fill("The password: hunter2");
    await sheet.getByRole("button", { name: "Save" }).click();
    await expect(sheet.getByText(/never the secret/).first()).toBeVisible();
    await expect(sheet.getByLabel("Provider")).toHaveValue("Cloudflare");
  });

  await test.step("with one owner, a second is missing", async () => {
    await sheet.getByLabel(/^The other way in/).fill(WAY_IN);
    await sheet.getByRole("button", { name: "Save" }).click();
    await expect(sheet).toBeHidden();
    await expect(row(page, "DNS")).toContainText("Still open: a second owner");
  });

  await test.step("the second owner", async () => {
    await row(page, "DNS").getByRole("link", { name: "Edit DNS" }).click();
    await sheet.getByLabel("Second owner").selectOption({ label: second.name });
    await sheet.getByRole("button", { name: "Save" }).click();
    await expect(sheet).toBeHidden();
    await expect(row(page, "DNS")).toContainText(second.name);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^1 of 7 has two owners/);
  });

  await test.step("a test of the other way in", async () => {
    await expect(row(page, "DNS")).toContainText("Never tested");
    await row(page, "DNS").getByRole("button", { name: "Record a test…" }).click();
    const dialog = page.getByRole("dialog", { name: /^DNS: the other way in/ });
    await dialog.getByLabel("Who got in").fill(second.name);
    await dialog.getByRole("button", { name: "Record the test" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(page, "DNS")).toContainText(`by ${second.name}`);
  });

  await test.step("the check says what is missing, and passes when nothing is", async () => {
    const resting = page.getByRole("listitem").filter({ hasText: "There is another way in" });
    await expect(resting).toContainText("No evidence");
    for (const kind of ["registrar", "hosting", "email", "repository"]) await declare(founder, slug, kind);
    await page.reload();
    await expect(resting).toContainText("Attested");
    await resting.getByRole("link").click();
    await expect(page.getByRole("dialog", { name: /another way in/ })).toContainText("was tried; the oldest test was");
  });
});

test("a broken link is shown as broken, and what asks to sign in as reached", async ({ apiOf, pageOf, newcomer }) => {
  test.setTimeout(180_000);
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Links", labUrl());
  const page = await pageOf("founder");
  await page.goto(`/projects/${slug}/owners`);
  for (const [kind, title, path] of [
    ["logs", "The logs", "/no-such-page"],
    ["dashboard", "The product", "/"],
  ] as const) {
    await page.getByRole("link", { name: kind, exact: true }).click();
    const sheet = page.getByRole("dialog", { name: "Add a link" });
    await expect(sheet.getByLabel("Kind")).toHaveValue(kind);
    await sheet.getByLabel("What is there?").fill(title);
    await sheet.getByLabel("Address").fill(labUrl(path));
    await sheet.getByRole("button", { name: "Add the link" }).click();
    await expect(sheet).toBeHidden();
    await expect(row(page, title)).toBeVisible();
  }
  await page.getByRole("button", { name: "Check links now" }).click();
  await expect(row(page, "The logs")).toContainText("There is no such page (404).", { timeout: 60_000 });
  await expect(row(page, "The product")).toContainText("Reached");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/1 link is broken/);

  const client = await newcomer({ project: slug, role: "client" });
  const theirs = await pageOf(client);
  await theirs.goto(`/projects/${slug}/owners`);
  await expect(row(theirs, "The logs")).toContainText("Broken");
  await expect(theirs.getByRole("link", { name: "Add a link" })).toHaveCount(0);
  await row(theirs, "DNS").getByRole("link", { name: "DNS" }).click();
  await expect(theirs.getByRole("dialog", { name: "DNS" })).toContainText("The team has not written this down yet.");
});
