import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { demo } from "./people.ts";

async function submit(page: Page, { name, url }: { name: string; url: string }): Promise<void> {
  await page.goto("/projects/new");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Address").fill(url);
  await page.getByRole("button", { name: "Create the project" }).click();
}

/** Makes the project and starts its first audit, by the page. */
async function firstAudit(page: Page, given: { name: string; url: string }): Promise<void> {
  await submit(page, given);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Not ready to launch\./);
  await page.getByRole("button", { name: "Run the first audit" }).click();
  await expect(page).toHaveURL(/\/audits\/1$/);
}

test("a host that does not resolve ends in results that name the step which failed", async ({ pageOf }) => {
  const page = await pageOf("founder");
  await firstAudit(page, { name: "Nowhere", url: `https://nowhere.ops-copilot.test:${demo().ports.port}` });
  await expect(page.getByText("Finished", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Could not check" })).toBeVisible();
  await expect(page.getByText("The name does not resolve (NXDOMAIN).").first()).toBeVisible();
});

for (const [url, complaint] of [
  ["https://", "This is not an address. Give one like https://app.example.com."],
  ["ftp://files.example.com", "Only http and https addresses can be audited."],
  ["http://10.11.12.13/", "This is a private or reserved address, which audits may not reach."],
  ["https://me:secret@example.com", "Leave the user name and password out of the address."],
] as const) {
  test(`${url} is refused beside its field, and what was typed stays`, async ({ pageOf }) => {
    const page = await pageOf("founder");
    await submit(page, { name: "Mistyped", url });
    const field = page.getByLabel("Address");
    await expect(field).toHaveAccessibleDescription(new RegExp(complaint.replaceAll(".", "\\.")));
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(url);
    await expect(page.getByLabel("Name")).toHaveValue("Mistyped");
  });
}
