import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { setFault } from "./lab-faults.ts";
import { demo } from "./people.ts";
import { audit, newProject } from "./work.ts";

const HOST = "ops-copilot.test";
const WWW = `www.${HOST}`;
const labOrigin = () => `https://${HOST}:${demo().ports.port}`;

const row = (page: Page, host: string) => page.getByRole("row", { name: new RegExp(`^${host}`) });

test("what a host's areas are now and were before, with the record that mends the mail", async ({
  apiOf,
  pageOf,
  request,
}) => {
  test.setTimeout(120_000);
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Two runs", labOrigin());
  await setFault(request, "framing-any", true);
  await setFault(request, "dmarc-none", true);
  await audit(founder, slug);
  await setFault(request, "framing-any", false);
  await setFault(request, "www-302", true);
  await audit(founder, slug);
  await setFault(request, "www-302", false);

  const page = await pageOf("founder");
  await page.goto(`/projects/${slug}/domains`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/not in order yet:.*mail/);
  const headers = row(page, HOST).getByRole("link", { name: /^Headers/ });
  await expect(headers).toHaveAccessibleName(/better/);
  await expect(row(page, HOST).getByRole("link", { name: /^Redirects/ })).toHaveAccessibleName(/worse/);

  await headers.click();
  await expect(page.getByRole("heading", { level: 1, name: HOST })).toBeVisible();
  const publish = page.getByRole("region", { name: "What to publish" });
  await expect(publish.getByText(`_dmarc.${HOST}`, { exact: true })).toBeVisible();
  await expect(publish.getByText(/^v=DMARC1; p=quarantine/)).toBeVisible();
  await expect(publish.getByRole("button", { name: /^Copy the value of the TXT record/ })).toBeVisible();
  await expect(page.getByText("_spf.mail-provider.test", { exact: false }).first()).toBeVisible();

  await page.goto(`/projects/${slug}/audits/2`);
  await expect(page.getByRole("heading", { name: "Changed since run 1" })).toBeVisible();
});

test("a founder decides on found hosts and sets a schedule", async ({ apiOf, pageOf }) => {
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Found hosts", labOrigin());
  await audit(founder, slug, ["edge/tls-name"]);
  const page = await pageOf("founder");
  await page.goto(`/projects/${slug}/domains`);
  const found = page.getByRole("region", { name: "Found, not audited" });

  await test.step("one is ignored with a reason, and taken back", async () => {
    await found.getByRole("button", { name: "Ignore…" }).click();
    const dialog = page.getByRole("dialog", { name: `Ignore ${WWW}` });
    await dialog.getByLabel("Why?").fill("It only leads on.");
    await dialog.getByRole("button", { name: "Ignore the host" }).click();
    await expect(dialog).toBeHidden();
    await expect(found.getByText("Each host that was found is decided on.")).toBeVisible();
    await found.getByText("1 ignored").click();
    await expect(found.getByText("It only leads on.", { exact: false })).toBeVisible();
    await found.getByRole("button", { name: "Take back" }).click();
    await expect(found.getByRole("button", { name: "Audit it…" })).toBeVisible();
  });

  await test.step("then it is audited as an alias", async () => {
    await found.getByRole("button", { name: "Audit it…" }).click();
    const dialog = page.getByRole("dialog", { name: `Audit ${WWW}` });
    await dialog.getByLabel("What it is").selectOption("alias");
    await dialog.getByRole("button", { name: "Add the host" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(page, WWW)).toContainText("alias");
  });

  await test.step("the machine is to look every day", async () => {
    const often = page.getByLabel("How often to audit");
    await often.selectOption("day");
    await expect(page.getByText(/^next .*set by/)).toBeVisible();
    await page.reload();
    await expect(often).toHaveValue("day");
  });
});

test("old addresses are imported from a table and followed by the next audit", async ({ apiOf, pageOf }) => {
  const founder = await apiOf("founder");
  const slug = await newProject(founder, "Old addresses", labOrigin());
  const page = await pageOf("founder");
  await page.goto(`/projects/${slug}/domains/old-urls`);
  const table = `from,to\n/copilot.html,/\n/nowhere,/login\nftp://old.example/,/\n`;
  const field = page.getByLabel("Old and new addresses");

  await test.step("a row that cannot be used is named by its line, and nothing is lost", async () => {
    await field.fill(table);
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByText(/line 4/i).first()).toBeVisible();
    await expect(field).toHaveValue(table);
  });

  await test.step("without it the others are saved", async () => {
    await page.getByLabel("Leave out rows that cannot be used").check();
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByRole("row", { name: /\/copilot\.html/ })).toBeVisible();
  });

  await test.step("an audit says where each leads", async () => {
    await audit(founder, slug, ["edge/old-urls"]);
    await page.reload();
    await expect(page.getByRole("row", { name: /\/copilot\.html/ })).toContainText("Right");
    await expect(page.getByRole("row", { name: /\/nowhere/ })).toContainText("Wrong");
    await page.getByRole("link", { name: /^Only faults/ }).click();
    await expect(page.getByRole("row", { name: /\/copilot\.html/ })).toBeHidden();
  });
});
