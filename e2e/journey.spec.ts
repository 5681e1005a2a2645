import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { RULES } from "../lib/audits/registry.ts";
import { expect, test } from "./fixtures.ts";
import { setFault, switchOff } from "./lab-faults.ts";
import { pauseWorker } from "./pause-worker.ts";
import { demoPerson, signIn } from "./people.ts";

const BOARD = "/projects/ops-copilot";
const HSTS = "No HSTS header is sent.";
const BANNER = /The header server names a version/;

async function openRisk(page: Page, title: string | RegExp): Promise<Locator> {
  await page.goto(`${BOARD}/risks`);
  await page.getByRole("link", { name: title }).first().click();
  return page.getByRole("dialog", { name: title });
}

/** The two runs whose evidence stands side by side. */
async function expectBothRuns(sheet: Locator): Promise<void> {
  await expect(sheet.getByText("Before", { exact: true })).toBeVisible();
  await expect(sheet.getByText("After", { exact: true })).toBeVisible();
  const runs = await sheet.getByRole("link", { name: /^run \d+$/ }).allTextContents();
  expect(new Set(runs).size, runs.join()).toBe(2);
}

/** What a link on this page downloads. */
async function download(page: Page, link: Locator): Promise<Buffer> {
  const begun = page.waitForEvent("download");
  await link.click();
  return readFileSync(await (await begun).path());
}

function expectPdf(bytes: Buffer, sha256: string | null): void {
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
}

test("a founder audits, an engineer fixes and proves it, a client takes the pack home", async ({ pageOf, request }) => {
  test.setTimeout(120_000);
  await setFault(request, "hsts-missing", true);
  await setFault(request, "server-banner", true);
  const founder = await pageOf(null);

  await test.step("the founder signs in and opens the demo project", async () => {
    await signIn(founder, demoPerson("founder"));
    await founder.getByRole("link", { name: /Ops Copilot/ }).click();
    await expect(founder.getByRole("heading", { level: 1 })).toHaveText(/^Not ready to launch\./);
  });

  await test.step("the audit lists every rule from the start and fills in place", async () => {
    const goOn = pauseWorker();
    try {
      await founder.getByRole("button", { name: /^Run audit/ }).click();
      await expect(founder).toHaveURL(/\/audits\/\d+$/);
      for (const rule of RULES) await expect(founder.getByText(rule.id, { exact: true }).first()).toBeVisible();
      await expect(founder.getByText(/^0 of \d+ rules/).first()).toBeVisible();
    } finally {
      goOn();
    }
    await expect(founder.getByText("Finished", { exact: true })).toBeVisible();
    await expect(founder.getByText(HSTS).first()).toBeVisible();
  });

  await test.step("what fails stands in the register and on the board", async () => {
    await founder.getByRole("link", { name: /^Risks/ }).click();
    await expect(founder.getByRole("link", { name: HSTS }).first()).toBeVisible();
    await founder.getByRole("link", { name: "Status" }).click();
    const edge = founder.getByRole("region", { name: /Edge: DNS, TLS, mail/ });
    await edge.getByRole("link", { name: /HTTPS everywhere/ }).click();
    const sheet = founder.getByRole("dialog", { name: /HTTPS everywhere/ });
    await expect(sheet.getByRole("link", { name: HSTS }).first()).toBeVisible();
    await founder.keyboard.press("Escape");
  });

  const engineer = await pageOf(null);
  await test.step("the engineer repairs one fault, and the app verifies it", async () => {
    await signIn(engineer, demoPerson("engineer"));
    await switchOff(engineer, "No HSTS");
    const sheet = await openRisk(engineer, HSTS);
    await sheet.getByRole("button", { name: /^Mark fixed/ }).click();
    await expect(sheet.getByText("looked again and verified the fix").first()).toBeVisible();
    await expect(sheet.getByRole("button", { name: /^Mark fixed/ })).toHaveCount(0);
    await expectBothRuns(sheet);
  });

  await test.step("a claim that nothing was behind is reopened", async () => {
    const sheet = await openRisk(engineer, BANNER);
    await sheet.getByRole("button", { name: /^Mark fixed/ }).click();
    await expect(sheet.getByText("saw the fault and reopened it").first()).toBeVisible();
    await expect(sheet.getByRole("button", { name: /^Mark fixed/ })).toBeVisible();
    await expectBothRuns(sheet);
  });

  const versionOn = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
  const version = await test.step("the founder makes the pack", async () => {
    await founder.getByRole("link", { name: "Handover", exact: true }).click();
    await founder.getByRole("button", { name: "Generate pack" }).click();
    const said = await founder.getByText(/^Version \d+ is being made/).textContent();
    const version = said?.match(/^Version \d+/)?.[0] ?? "";
    await expect(versionOn(founder, version).getByRole("link", { name: /^PDF/ })).toBeVisible();
    return version;
  });

  await test.step("the client reads the board, may change nothing, and downloads the pack", async () => {
    const client = await pageOf(null);
    await signIn(client, demoPerson("client"));
    await client.goto(BOARD);
    await expect(client.getByRole("heading", { level: 1 })).toHaveText(/^Not ready to launch\./);
    await expect(client.getByRole("button", { name: /Run audit/ })).toHaveCount(0);
    const sheet = await openRisk(client, BANNER);
    await expect(sheet.getByText("saw the fault and reopened it").first()).toBeVisible();
    await expect(sheet.getByRole("button", { name: /Mark fixed|Accept|Defer|Edit/ })).toHaveCount(0);
    await client.goto(`${BOARD}/handover`);
    const pack = versionOn(client, version);
    const bytes = await download(client, pack.getByRole("link", { name: /^PDF/ }));
    expectPdf(bytes, await pack.getByRole("code").textContent());
    await expect(client.getByRole("button", { name: /Generate|Make a link/ })).toHaveCount(0);
  });

  await test.step("somebody without an account opens the link until it is revoked", async () => {
    const sha256 = await versionOn(founder, version).getByRole("code").textContent();
    await founder.getByRole("link", { name: "Links", exact: true }).click();
    await founder.getByLabel("Version", { exact: true }).selectOption(version.replace("Version ", ""));
    await founder.getByLabel("For whom").fill("Their lawyer");
    await founder.getByRole("button", { name: "Make a link" }).click();
    const link =
      (await founder
        .getByRole("status")
        .getByText(/\/share\//)
        .textContent()) ?? "";
    const visitor = await pageOf(null);
    await visitor.goto(link);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Handover pack of Ops Copilot");
    await expect(visitor.getByText(sha256 ?? "")).toBeVisible();
    expectPdf(await download(visitor, visitor.getByRole("link", { name: "Download the PDF" })), sha256);

    await founder.reload();
    const row = founder.getByRole("row", { name: /Their lawyer/ }).first();
    await expect(row).toContainText("1 of 100");
    await row.getByRole("button", { name: "Revoke" }).click();
    await founder.getByRole("button", { name: "Revoke the link" }).click();
    await expect(row).toContainText("revoked");
    expect((await visitor.goto(link))?.status()).toBe(404);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(/nothing here/);
    expect((await visitor.request.get(`${link}/pdf`)).status()).toBe(404);
  });

  await setFault(request, "hsts-missing", true);
});
