import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { DELIVERABLES } from "../lib/roadmap/stages.ts";
import { expect, test } from "./fixtures.ts";
import { demo } from "./people.ts";

const PROJECT = "/projects/ops-copilot";

/** What stands on the screen once it is all there, after a press on the button, where there is one. */
type Screen = {
  path: string;
  press?: string | RegExp;
  ready: { role: "heading" | "dialog" | "link"; name: string | RegExp };
};
const heading = (name: string | RegExp) => ({ role: "heading", name }) as const;
const sheet = (name: string | RegExp) => ({ role: "dialog", name }) as const;

const SIGNED_OUT: Record<string, Screen> = {
  "the sign-in page": { path: "/sign-in", ready: heading("Sign in") },
  "an invitation that is over": { path: "/invite/none", ready: heading("This invitation is over") },
  "the page about the bot": { path: "/bot", ready: heading("About LaunchReadyBot") },
  "the readable API page": { path: "/api-docs", ready: heading(/API/) },
  "the free tools": { path: "/tools", ready: heading("Free tools") },
  "the check of a domain": { path: "/tools/domain-check", ready: heading("Is my domain ready?") },
  "the score of a risk": { path: "/tools/risk-score?likelihood=5&impact=4", ready: heading(/^20 of 25/) },
  "the estimate of the cost": { path: "/tools/cost-estimate?done=login-flow", ready: heading(/^About EUR/) },
  "the sprint that fits": { path: "/tools/sprint-fit?done=audit", ready: heading(/48-hour sprint/) },
};

const SIGNED_IN: Record<string, Screen> = {
  "the projects": { path: "/projects", ready: heading("Projects") },
  "a new project": { path: "/projects/new", ready: heading("New project") },
  "the account": { path: "/account", ready: heading("Your account") },
  "the board": { path: PROJECT, ready: heading("Seven stages") },
  "a check's sheet": { path: `${PROJECT}?check=https-everywhere`, ready: sheet(/HTTPS everywhere/) },
  "a gate item's sheet": { path: `${PROJECT}?gate=safe-logging`, ready: sheet(/log/i) },
  "the readiness sheet": { path: `${PROJECT}?readiness=explained`, ready: sheet(/^Readiness \d+ of 100$/) },
  "a stage": { path: `${PROJECT}/stages/edge`, ready: heading(/Edge: DNS, TLS, mail/) },
  "the deliverables": { path: `${PROJECT}/deliverables`, ready: heading(/of 13 deliverables complete/) },
  ...Object.fromEntries(
    DELIVERABLES.map(({ id, title }) => [
      `the deliverable ${id}`,
      { path: `${PROJECT}/deliverables/${id}`, ready: heading(title) },
    ]),
  ),
  "the domains": { path: `${PROJECT}/domains`, ready: heading(/in order|no fault/) },
  "the TLS of all hosts": { path: `${PROJECT}/domains/tls`, ready: heading(/certificate/i) },
  "the old addresses": { path: `${PROJECT}/domains/old-urls`, ready: heading(/old address/i) },
  "the audits": { path: `${PROJECT}/audits`, ready: heading("Audits") },
  "a finished run": { path: `${PROJECT}/audits/1`, ready: heading(/^Audited/) },
  "the risks": { path: `${PROJECT}/risks`, ready: heading("Risks") },
  "the risks, filtered with the matrix open": {
    path: `${PROJECT}/risks?view=all&severity=critical,high,medium&cell=3x3`,
    ready: heading("Risks"),
  },
  "the risks with nothing to show": {
    path: `${PROJECT}/risks?q=unheard-of`,
    ready: { role: "link", name: "Clear filters" },
  },
  "the import of findings": {
    path: `${PROJECT}/risks`,
    press: "Import…",
    ready: sheet("Import a scanner's findings"),
  },
  "the decision on a risk": { path: `${PROJECT}/risks`, press: /^Decision on risk/, ready: sheet(/^Decide on risk/) },
  "a risk's sheet": { path: `${PROJECT}/risks?risk=1`, ready: sheet(/./) },
  "the sheet for a new risk": { path: `${PROJECT}/risks?new=1`, ready: sheet("Add a risk") },
  "the handover": { path: `${PROJECT}/handover`, ready: heading("Handover pack") },
  "a version of the pack": { path: `${PROJECT}/handover/1`, ready: heading("Handover pack, version 1") },
  "the links": { path: `${PROJECT}/handover/links`, ready: heading("Links for people without an account") },
  "the pack's look": { path: `${PROJECT}/handover/look`, ready: heading("How the pack looks") },
  "the owners": { path: `${PROJECT}/owners`, ready: heading(/two owners/) },
  "the sheet of a provider": { path: `${PROJECT}/owners?edit=dns`, ready: sheet("DNS") },
  "the sheet for a new link": { path: `${PROJECT}/owners?link=new`, ready: sheet("Add a link") },
  "the runbooks": { path: `${PROJECT}/runbooks`, ready: heading("Runbooks") },
  "the dialog for a new runbook": { path: `${PROJECT}/runbooks?new=1`, ready: sheet("New runbook") },
  "the sprint, before it starts": { path: `${PROJECT}/sprint`, ready: heading(/sprint/i) },
  "the settings": { path: `${PROJECT}/settings`, ready: heading("Settings") },
};

const LOOKS = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1440, 390].map((width) => ({ colorScheme, width, name: `${colorScheme}, ${width} px` })),
);

/** Said when axe tries to look into the frame that shows the pack, which runs no script. */
const OF_AXE = /frame is sandboxed/;

/** Everything that the browser complains of: errors of scripts, of loading, of the content policy. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !OF_AXE.test(message.text())) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(error.message));
  return heard;
}

/**
 * Brings whatever is under way in colours and places to its end; what turns for ever does not count. Waiting would not
 * do: an animation within a closed disclosure stands still until that is opened.
 */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.getAnimations()) {
      if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
    }
  });
}

/** What axe finds. The one frame, the pack as it reads, runs no script, not even axe's; it is the pack's own matter. */
async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  const { violations: found } = await axe.exclude("iframe").setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

async function expectGoodInEveryLook(page: Page, { path, press, ready }: Screen): Promise<void> {
  const heard = complaints(page);
  await page.goto(path);
  if (press !== undefined) await page.getByRole("button", { name: press }).first().click();
  await expect(page.getByRole(ready.role, { name: ready.name }).first()).toBeVisible();
  for (const { colorScheme, width, name } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await settle(page);
    expect.soft(await violations(page), name).toEqual([]);
    const overhang = await page.evaluate(() => {
      const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
      return scrollWidth - clientWidth;
    });
    expect.soft(overhang, `${name}: pixels that hang over`).toBe(0);
  }
  expect.soft(heard).toEqual([]);
}

test.describe("is accessible, fits, and raises no error, in light and dark, wide and narrow:", () => {
  for (const [name, screen] of Object.entries(SIGNED_OUT)) {
    test(name, async ({ pageOf }) => {
      await expectGoodInEveryLook(await pageOf(null), screen);
    });
  }
  for (const [name, screen] of Object.entries(SIGNED_IN)) {
    test(name, async ({ pageOf }) => {
      await expectGoodInEveryLook(await pageOf("founder"), screen);
    });
  }
  test("the result of a check of a domain", async ({ pageOf }) => {
    const page = await pageOf(null);
    await page.goto("/tools/domain-check");
    await page.getByLabel("Host").fill(`old-copilot.test:${demo().ports.port}`);
    await page.getByRole("button", { name: "Check the domain" }).click();
    await expect(page).toHaveURL(/domain-check\/[\w-]{43}$/);
    await expect(page.getByRole("heading", { name: "The minimum bar" })).toBeVisible({ timeout: 60_000 });
    const path = new URL(page.url()).pathname;
    await expectGoodInEveryLook(page, { path, ready: heading("The minimum bar") });
  });
  test("a host", async ({ apiOf, pageOf }) => {
    const founder = await apiOf("founder");
    const { hosts } = await (await founder.get(`/api/v1${PROJECT}/domains`)).json();
    const path = `${PROJECT}/domains/${hosts[0].targetId}`;
    await expectGoodInEveryLook(await pageOf("founder"), { path, ready: heading(hosts[0].host) });
  });
  test("a runbook, read and edited", async ({ apiOf, pageOf }) => {
    const founder = await apiOf("founder");
    const [runbook] = (await (await founder.get(`/api/v1${PROJECT}/runbooks`)).json()).runbooks;
    const path = `${PROJECT}/runbooks/${runbook.id}`;
    await expectGoodInEveryLook(await pageOf("founder"), { path, ready: heading(runbook.title) });
    await expectGoodInEveryLook(await pageOf("founder"), {
      path: `${path}?edit=1`,
      ready: heading("Edit the runbook"),
    });
  });
  test("a sprint under way, and one that is over", async ({ apiOf, pageOf }) => {
    const founder = await apiOf("founder");
    await founder.post(`/api/v1${PROJECT}/sprint`, { data: { goal: "The gate holds." } });
    const path = `${PROJECT}/sprint`;
    await expectGoodInEveryLook(await pageOf("founder"), { path, ready: heading(/^Sprint \d+:/) });
    await founder.post(`/api/v1${PROJECT}/sprint/finish`);
    const finished = { path: `${path}?number=1`, ready: heading(/^Sprint 1:/) };
    await expectGoodInEveryLook(await pageOf("founder"), finished);
  });
  test("the shared pack", async ({ apiOf, pageOf }) => {
    const founder = await apiOf("founder");
    const { items } = await (await founder.get(`/api/v1${PROJECT}/packs`)).json();
    const made = await founder.post(`/api/v1${PROJECT}/shares`, {
      data: { version: items[0].version, label: "The screens", canSignOff: true },
    });
    const { path } = await made.json();
    await expectGoodInEveryLook(await pageOf(null), { path, ready: heading(/^Handover pack of/) });
  });
  test("a link that asks for its passphrase", async ({ apiOf, pageOf }) => {
    const founder = await apiOf("founder");
    const { items } = await (await founder.get(`/api/v1${PROJECT}/packs`)).json();
    const made = await founder.post(`/api/v1${PROJECT}/shares`, {
      data: { version: items[0].version, label: "The screens", isProtected: true },
    });
    const { path } = await made.json();
    await expectGoodInEveryLook(await pageOf(null), { path, ready: heading("This link asks for a passphrase") });
  });
});
