import { readFileSync } from "node:fs";
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { BASE_URL, expect, test } from "./fixtures.ts";
import { makePack, newProject } from "./work.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const UNKNOWN = `/share/${"x".repeat(43)}`;
const FORMATS = ["pdf", "html", "json", "zip"] as const;

type Share = { id: string; path: string; passphrase: string | null };

async function makeShare(api: APIRequestContext, project: string, fields: Record<string, unknown>): Promise<Share> {
  const made = await api.post(`/api/v1/projects/${project}/shares`, { data: { label: "Acme", ...fields } });
  expect(made.status(), await made.text()).toBe(201);
  return made.json();
}

async function addRisk(api: APIRequestContext, project: string, title: string): Promise<void> {
  const risk = { title, checkId: "backup-access", severity: "high", likelihood: 4, impact: 4 };
  expect((await api.post(`/api/v1/projects/${project}/risks`, { data: risk })).status()).toBe(201);
}

/** The first bytes of what a link on this page downloads. */
async function magicOf(page: Page, link: Locator): Promise<string> {
  const begun = page.waitForEvent("download");
  await link.click();
  return readFileSync(await (await begun).path())
    .subarray(0, 4)
    .toString("latin1");
}

/** What a dead link answers, on its page and for each of its files. */
async function answersOf(api: APIRequestContext, path: string): Promise<string[]> {
  const page = await api.get(path);
  const files = await Promise.all(FORMATS.map((format) => api.get(`${path}/${format}`)));
  return [
    `page: ${page.status()} ${(await page.text()).match(/<h1[^>]*>([^<]*)/)?.[1]}`,
    ...(await Promise.all(files.map(async (file) => `${file.status()} ${await file.text()}`))),
  ];
}

test("a client opens the link on a telephone, reads what changed, takes the pack along and signs off", async ({
  apiOf,
  pageOf,
}) => {
  test.setTimeout(180_000);
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Heron Desk", "https://heron.ops-copilot.test/");
  await makePack(founder, project);
  await addRisk(founder, project, "Only one person can deploy");
  const { version, sha256 } = await makePack(founder, project);
  const share = await makeShare(founder, project, { version, isProtected: true, canSignOff: true });

  const phone = await pageOf(null, PHONE);
  const asked: string[] = [];
  phone.on("request", (request) => asked.push(request.url()));

  await test.step("nothing shows before the passphrase, whichever way it is asked for", async () => {
    const answer = await phone.goto(share.path);
    expect(answer?.headers()).toMatchObject({ "referrer-policy": "no-referrer", "x-robots-tag": /noindex/ });
    expect(answer?.headers()["cache-control"]).toContain("no-store");
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("This link asks for a passphrase");
    expect(await phone.content()).not.toContain("Heron");
    for (const format of FORMATS) {
      const file = await phone.request.get(`${share.path}/${format}`, { maxRedirects: 0 });
      expect([file.status(), file.headers().location, await file.text()]).toEqual([303, share.path, ""]);
    }
  });

  await test.step("a wrong passphrase is told as such, the right one opens", async () => {
    await phone.getByLabel("Passphrase").fill("certainly not this one");
    await phone.getByRole("button", { name: "Open the pack" }).click();
    await expect(phone.getByText("The passphrase is not right.").first()).toBeVisible();
    await phone.getByLabel("Passphrase").fill(share.passphrase ?? "");
    await phone.getByRole("button", { name: "Open the pack" }).click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Handover pack of Heron Desk");
    const [cookie] = (await phone.context().cookies(`${BASE_URL}${share.path}`)).filter(({ path }) => path !== "/");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: share.path });
    expect((cookie?.expires ?? 0) * 1000).toBeLessThanOrEqual(Date.now() + 12 * 3_600_000);
    expect(await phone.context().cookies(`${BASE_URL}${UNKNOWN}`)).toEqual([]);
  });

  await test.step("the cookie of this link opens no other", async () => {
    const other = await makeShare(founder, project, { version, isProtected: true, label: "Somebody else" });
    const [cookie] = await phone.context().cookies(`${BASE_URL}${share.path}`);
    const nobody = await apiOf(null, { Cookie: `${cookie?.name}=${cookie?.value}` });
    expect((await nobody.get(`${other.path}/pdf`, { maxRedirects: 0 })).status()).toBe(303);
    expect(await (await nobody.get(other.path)).text()).not.toContain("Heron");
    expect((await nobody.get(`${share.path}/html`, { maxRedirects: 0 })).status()).toBe(200);
  });

  await test.step("what changed, and the document", async () => {
    const changes = phone.getByRole("region", { name: "What changed" });
    await expect(changes).toContainText(`since version ${version - 1}`);
    await expect(changes).toContainText("Only one person can deploy");
    await expect(phone.getByText(sha256 ?? "")).toBeVisible();
    expect(await magicOf(phone, phone.getByRole("link", { name: "Download the PDF" }))).toBe("%PDF");
    expect(await magicOf(phone, phone.getByRole("link", { name: /ZIP/ }))).toBe("PK\u0003\u0004");
  });

  await test.step("the sign-off, once", async () => {
    const sign = async () => {
      await phone.getByLabel("Your name").fill("Ida Client");
      await phone.getByLabel(/^I have received draft version/).check();
      await phone.getByRole("button", { name: "Say that it was received" }).click();
    };
    await phone.getByLabel("Your name").fill("Ida Client");
    await phone.getByRole("button", { name: "Say that it was received" }).click();
    await expect(phone.getByText("Tick the box to say that you have received it.").first()).toBeVisible();
    await sign();
    const receipt = phone.getByRole("article");
    await expect(receipt).toContainText("Ida Client");
    await expect(receipt).toContainText(sha256 ?? "");
    await phone.getByText("Somebody else signs, too").click();
    await sign();
    await phone.reload();
    await expect(receipt).toHaveCount(1);
  });

  expect(asked.filter((url) => new URL(url).origin !== BASE_URL && !url.startsWith("data:"))).toEqual([]);

  await test.step("the founder sees it", async () => {
    const page = await pageOf("founder");
    await page.goto(`/projects/${project}/handover`);
    const row = page.getByRole("listitem").filter({ hasText: `Version ${version}` });
    await expect(row).toContainText("Draft received by Ida Client");
    await page.getByRole("link", { name: "Links", exact: true }).click();
    await expect(page.getByRole("row", { name: /Acme/ })).toContainText("received by Ida Client");
    await page.getByRole("row", { name: /Acme/ }).getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("button", { name: "Revoke the link" }).click();
    await expect(page.getByRole("row", { name: /Acme/ })).toContainText("revoked");
  });

  await test.step("a revoked link is dead, also for whoever knew the passphrase", async () => {
    expect((await phone.goto(share.path))?.status()).toBe(404);
    expect(await answersOf(phone.request, share.path)).toEqual(await answersOf(phone.request, UNKNOWN));
  });
});

test("links that are unknown, expired, revoked or used up are told apart by nobody", async ({ apiOf }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Dead links", "https://dead.ops-copilot.test/");
  const { version } = await makePack(founder, project);
  const end = Date.now() + 1_500;
  const expired = await makeShare(founder, project, { version, expiresAt: new Date(end).toISOString() });
  const revoked = await makeShare(founder, project, { version, isProtected: true });
  const usedUp = await makeShare(founder, project, { version, viewsMax: 1 });
  expect((await founder.delete(`/api/v1/projects/${project}/shares/${revoked.id}`)).status()).toBe(204);
  // A network of its own, so that nobody else's guesses are counted.
  const nobody = await apiOf(null, { "X-Forwarded-For": "203.0.113.91" });
  expect((await nobody.get(`${usedUp.path}/html`)).status()).toBe(200);
  await expect.poll(() => Date.now(), { intervals: [100] }).toBeGreaterThan(end);
  const unknown = await answersOf(nobody, UNKNOWN);
  expect(
    unknown.every((answer) => /^(page: )?404 /.test(answer)),
    unknown.join("\n"),
  ).toBe(true);
  for (const { path } of [expired, revoked, usedUp]) expect(await answersOf(nobody, path)).toEqual(unknown);
});

test("a founder gives the pack a client's name, colour and logo", async ({ apiOf, pageOf }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Branded", "https://branded.ops-copilot.test/");
  const page = await pageOf("founder");
  await page.goto(`/projects/${project}/handover/look`);
  await page.getByLabel("For whom").fill("Acme Hospital");
  await page.getByLabel("Colour", { exact: true }).fill("#0b5cad");
  await page.getByLabel("Paper").selectOption("letter");
  await page.getByRole("button", { name: "Keep this look" }).click();
  await expect(page.getByText("The next version will look like this.")).toBeVisible();
  // The form is made anew once the saved look has arrived, and a file chosen before that is lost.
  await page.reload();
  const svg = {
    name: "logo.png",
    mimeType: "image/png",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  };
  await page.getByLabel("Logo", { exact: true }).setInputFiles(svg);
  await page.getByRole("button", { name: "Use this logo" }).click();
  await expect(page.getByText("Only whole PNG and JPEG pictures can be used.").first()).toBeVisible();
  await page.getByLabel("Logo", { exact: true }).setInputFiles({
    ...svg,
    buffer: Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
      "base64",
    ),
  });
  await page.getByRole("button", { name: "Use this logo" }).click();
  await expect(page.getByRole("img", { name: "The logo in use" })).toBeVisible();
  const { version } = await makePack(founder, project);
  const share = await makeShare(founder, project, { version });
  const visitor = await pageOf(null, PHONE);
  await visitor.goto(share.path);
  await expect(visitor.getByText("For Acme Hospital")).toBeVisible();
  const button = visitor.getByRole("link", { name: "Download the PDF" });
  await expect(button).toHaveCSS("background-color", "rgb(11, 92, 173)");
});
