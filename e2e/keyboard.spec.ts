import { expect, test } from "./fixtures.ts";
import { audit } from "./work.ts";

const PROJECT = "/projects/ops-copilot";

test.beforeAll(async ({ apiOf }) => {
  await audit(await apiOf("founder"), "ops-copilot");
});

test.describe("by keyboard alone", () => {
  test("the first stop of a page skips to its content", async ({ pageOf }) => {
    const page = await pageOf("founder");
    await page.goto(PROJECT);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  for (const keys of ["Control+k", "Meta+k"]) {
    test(`the palette opens with ${keys} and leads on`, async ({ pageOf }) => {
      const page = await pageOf("founder");
      await page.goto(PROJECT);
      await expect(async () => {
        await page.keyboard.press(keys);
        await expect(page.getByRole("dialog", { name: "Search and commands" })).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await page.keyboard.type("audits");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`${PROJECT}/audits`);
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });
  }

  test("? shows the keys of the page, and Escape leaves them", async ({ pageOf }) => {
    const page = await pageOf("founder");
    await page.goto(PROJECT);
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(async () => {
      await page.keyboard.press("?");
      await expect(help).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(help.getByText("Go to risks")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toHaveCount(0);
  });

  test("g r goes to the risks, and not while somebody types", async ({ pageOf }) => {
    const page = await pageOf("founder");
    await page.goto(PROJECT);
    await expect(async () => {
      await page.keyboard.press("g");
      await page.keyboard.press("r");
      await expect(page).toHaveURL(`${PROJECT}/risks`, { timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole("link", { name: /^Add risk/ })).toBeVisible();
    await page.keyboard.press("c");
    const title = page.getByRole("dialog", { name: "Add a risk" }).getByLabel("What could happen?");
    await title.focus();
    await page.keyboard.type("g s");
    await expect(title).toHaveValue("g s");
    await expect(page).toHaveURL(/\/risks\?new=1/);
  });

  test("a card opens with Enter, and Escape closes its sheet and gives the focus back", async ({ pageOf }) => {
    const page = await pageOf("founder");
    await page.goto(PROJECT);
    const card = page
      .getByRole("region", { name: /Edge: DNS, TLS, mail/ })
      .getByRole("link", { name: /HTTPS everywhere/ });
    await card.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: /HTTPS everywhere/ });
    await expect(sheet).toBeVisible();
    await expect(page).toHaveURL(/\?check=https-everywhere$/);
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await expect(page).toHaveURL(PROJECT);
    await expect(card).toBeFocused();
  });

  test("j and k step through the rows of a list", async ({ pageOf }) => {
    const page = await pageOf("founder");
    await page.goto(`${PROJECT}/risks`);
    const rows = page.getByRole("table").getByRole("cell").getByRole("link");
    await expect(async () => {
      await page.getByRole("main").focus();
      await page.keyboard.press("j");
      await expect(rows.first()).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.press("j");
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press("k");
    await expect(rows.first()).toBeFocused();
  });
});
