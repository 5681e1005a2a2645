import { devices, type Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { setFault } from "./lab-faults.ts";
import { demo, demoPerson, fillSignIn } from "./people.ts";

const HOST = "ops-copilot.test";
const labHost = () => `${HOST}:${demo().ports.port}`;
const { defaultBrowserType: _, ...PHONE } = devices["iPhone 13"];
const answer = (page: Page) => page.getByRole("heading", { level: 2 }).first();

test("somebody without an account has a domain checked from a phone, and keeps it", async ({ pageOf, request }) => {
  test.setTimeout(120_000);
  await setFault(request, "dmarc-none", true);
  const page = await pageOf(null, PHONE);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Free tools" }).click();
  await page.getByRole("link", { name: "Is my domain ready?" }).click();
  const field = page.getByLabel("Host");
  const send = () => page.getByRole("button", { name: "Check the domain" }).click();

  await test.step("what is no public host is refused in words, and what was typed stays", async () => {
    await field.fill("co.uk");
    await send();
    await expect(page.getByText(/others register their names/).first()).toBeVisible();
    await expect(field).toHaveValue("co.uk");
    await field.fill("10.0.0.1");
    await send();
    await expect(page.getByText(/made of numbers/).first()).toBeVisible();
  });

  await test.step("the result says what would stop a launch, and with what record to mend it", async () => {
    await field.fill(`https://${labHost()}/login`);
    await send();
    await expect(page).toHaveURL(/\/tools\/domain-check\/[\w-]{43}$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/things? would stop a launch\.$/, {
      timeout: 60_000,
    });
    await expect(page.getByText(/This page is deleted in (?:1 h|\d+ min)/)).toBeVisible();
    await page.getByRole("link", { name: /DMARC only watches/ }).click();
    await expect(page.getByText(/^\$ dig .*_dmarc/).first()).toBeVisible();
    const publish = page.getByRole("region", { name: "What to publish" });
    await expect(publish.getByText(/^v=DMARC1; p=quarantine/).first()).toBeVisible();
    const source = await page.content();
    expect(source).toContain("@resolver 1");
    expect(source).not.toMatch(/@127\.0\.0\.1/);
  });

  const [result = ""] = page.url().split("#");
  await test.step("it is for whoever has the address, for nobody's index and no cache", async () => {
    const response = await request.get(result);
    expect(response.headers()["cache-control"]).toContain("no-store");
    expect(response.headers()["x-robots-tag"]).toContain("noindex");
    expect(response.headers()["referrer-policy"]).toBe("no-referrer");
    expect(await page.context().cookies()).toEqual([]);
    const guess = await request.get(result.slice(0, -2));
    expect(guess.status()).toBe(404);
    expect(await guess.text()).not.toContain(HOST);
  });

  await test.step("a second asker is told for how long, and gets nobody's result", async () => {
    const other = await pageOf(null, PHONE);
    await other.goto("/tools/domain-check");
    await other.getByLabel("Host").fill(labHost());
    await other.getByRole("button", { name: "Check the domain" }).click();
    await expect(other.getByText(/was checked a moment ago.*Try again in (?:\w+) minutes?\./).first()).toBeVisible();
    await expect(other).toHaveURL(/\/tools\/domain-check$/);
  });

  await test.step("keeping it leads through sign-in to a project with the address filled in", async () => {
    await page.goto(result);
    await page.getByRole("link", { name: "Keep this" }).click();
    await fillSignIn(page, demoPerson("founder"));
    await expect(page.getByRole("heading", { name: "New project" })).toBeVisible();
    await expect(page.getByLabel("Address")).toHaveValue(`https://${labHost()}/`);
  });
});

test.describe("without scripts", () => {
  const open = async (pageOf: (who: null, options: object) => Promise<Page>, path: string) => {
    const page = await pageOf(null, { javaScriptEnabled: false });
    await page.goto(path);
    return page;
  };

  test("a risk is scored by the form and by the matrix, in the address", async ({ pageOf }) => {
    const page = await open(pageOf, "/tools/risk-score");
    await expect(answer(page)).toContainText("9 of 25, medium");
    await page.getByRole("radio", { name: /^5, very high: it happens/ }).check();
    await page.getByRole("radio", { name: /^5, very high: all data/ }).check();
    await page.getByRole("button", { name: "Score it" }).click();
    await expect(answer(page)).toContainText("25 of 25, critical");
    await expect(page.getByText("It would block a launch", { exact: false })).toBeVisible();
    await page
      .getByRole("row", { name: /^Likelihood 2/ })
      .getByRole("link")
      .nth(2)
      .click();
    await expect(page).toHaveURL(/likelihood=2&impact=3/);
    await expect(answer(page)).toContainText("6 of 25, low");
  });

  test("a cost is estimated from numbers that stand in the address", async ({ pageOf }) => {
    const page = await open(pageOf, "/tools/cost-estimate");
    await page.getByLabel("Team rate per hour").fill("100");
    await page.getByLabel("AI requests per day").fill("0");
    await page.getByLabel("Months until the launch").fill("0");
    await page.getByText("Access control", { exact: true }).first().click();
    await page.getByLabel(/^Login works/).check();
    await page.getByRole("button", { name: "Estimate" }).click();
    await expect(page).toHaveURL(/rate=100/);
    await expect(page.getByRole("heading", { name: /^About EUR 4,700, between 3,300 and 8,400$/ })).toBeVisible();
    await expect(page.getByText("work = hours × rate", { exact: false })).toBeVisible();
    await page.goto("/tools/cost-estimate?rate=1e99&done=nowhere&currency=%3Cb%3E&months=-4");
    await expect(page.getByRole("heading", { name: /^About EUR/ })).toBeVisible();
  });

  test("the sprint that fits follows from five answers", async ({ pageOf }) => {
    const page = await open(pageOf, "/tools/sprint-fit");
    await expect(answer(page)).toHaveText("The whole 48-hour sprint.");
    await page.getByLabel("It is planned").check();
    await page.getByRole("button", { name: "Which one fits?" }).click();
    await expect(answer(page)).toHaveText("Not yet: build sign-in first.");
    for (const stage of ["Audit", "Access control", "Edge", "Secrets"]) {
      await page.getByLabel(stage, { exact: true }).check();
    }
    await page.getByRole("button", { name: "Which one fits?" }).click();
    await expect(answer(page)).toHaveText(/^A part of the sprint:/);
  });
});
