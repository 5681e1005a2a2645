import { expect, test } from "@playwright/test";
import { runProduct } from "./run-product.ts";

const PORT = 4301;
const AT = `http://localhost:${PORT}`;

test("an empty installation asks for its owner, once, and leads to the first audit", async ({ page, request }) => {
  test.setTimeout(120_000);
  const product = await runProduct({ port: PORT, isDemo: false });
  try {
    await page.goto(AT);
    await expect(page).toHaveURL(`${AT}/setup`);
    await page.getByLabel("Name").fill("Ada Example");
    await page.getByLabel("Email").fill("ada@example.com");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: /account/i }).click();
    await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Name")).toHaveValue("Ada Example");

    await page.getByLabel("Password").fill("a long enough passphrase");
    await page.getByRole("button", { name: /account/i }).click();
    await expect(page).toHaveURL(`${AT}/projects/new`);
    await page.getByLabel("Name").fill("Nowhere");
    await page.getByLabel(/address/i).fill("https://nowhere.invalid");
    await page.getByRole("button", { name: /create/i }).click();
    await expect(page).toHaveURL(`${AT}/projects/nowhere`);
    await page.getByRole("button", { name: "Run the first audit" }).click();
    await expect(page.getByText("Finished").first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("Could not check")).toBeVisible();

    const setup = await request.get(`${AT}/setup`, { maxRedirects: 0 });
    expect(setup.status()).toBe(307);
    expect(setup.headers().location).toContain("/sign-in");
  } finally {
    await product.stop();
  }
});
