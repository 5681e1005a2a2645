import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { contextOf, setFault } from "./people.ts";

test("a founder audits, an engineer fixes and proves it, a client takes the pack home", async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  await setFault(request, "hsts-missing", true);

  const founder = await (await contextOf(browser, "founder")).newPage();
  await founder.goto("/projects");
  await founder
    .getByRole("link", { name: /Ops Copilot/ })
    .first()
    .click();
  await expect(founder.getByRole("heading", { level: 1 })).toContainText(/launch/i);
  await founder
    .getByRole("button", { name: /Run audit/ })
    .first()
    .click();
  await expect(founder).toHaveURL(/\/audits\/\d+/);
  await expect(founder.getByText("edge/hsts").first()).toBeVisible();
  await expect(founder.getByText(/Finished/).first()).toBeVisible({ timeout: 60_000 });

  const engineer = await (await contextOf(browser, "engineer")).newPage();
  await engineer.goto("/projects/ops-copilot/risks");
  await engineer
    .getByRole("link", { name: /HSTS|Strict-Transport/i })
    .first()
    .click();
  await setFault(request, "hsts-missing", false);
  await engineer.getByRole("button", { name: /Mark fixed/ }).click();
  await expect(engineer.getByText(/Verified/i).first()).toBeVisible({ timeout: 60_000 });

  await founder.goto("/projects/ops-copilot/handover");
  await founder
    .getByRole("button", { name: /(Generate|New version|Make)/ })
    .first()
    .click();
  await expect(founder.getByRole("link", { name: /PDF/ }).first()).toBeVisible({ timeout: 60_000 });

  const client = await (await contextOf(browser, "client")).newPage();
  await client.goto("/projects/ops-copilot/handover");
  const download = client.waitForEvent("download");
  await client.getByRole("link", { name: /PDF/ }).first().click();
  const bytes = readFileSync(await (await download).path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await expect(client.getByText(sha256.slice(0, 12)).first()).toBeVisible();
});
