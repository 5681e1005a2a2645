import { BASE_URL, expect, test } from "./fixtures.ts";
import { demoPerson, fillSignIn, signIn } from "./people.ts";
import { newProject } from "./work.ts";

const NOWHERE = "https://people.ops-copilot.test/";
const refusal = "The e-mail address or the password is not right.";

test("a wrong password is answered alike for accounts that exist and that do not", async ({ pageOf }) => {
  const page = await pageOf(null);
  await page.goto("/sign-in");
  for (const email of [demoPerson("client").email, "nobody@ops-copilot.test"]) {
    await fillSignIn(page, { email, password: "certainly not this one" });
    await expect(page.getByRole("alert").filter({ hasText: refusal })).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(email);
    await page.reload();
  }
  await signIn(page, demoPerson("client"));
});

test("after five failures an account has to wait, whether it exists or not", async ({ pageOf }) => {
  // A network of its own, so that nobody else's attempts are counted.
  const page = await pageOf(null, { extraHTTPHeaders: { "X-Forwarded-For": "203.0.113.77" } });
  await page.goto("/sign-in");
  const email = `nobody-${crypto.randomUUID().slice(0, 8)}@ops-copilot.test`;
  const slow = page.getByText("Too many attempts.");
  await expect(async () => {
    await fillSignIn(page, { email, password: "certainly not this one" });
    await expect(page.getByRole("alert").filter({ hasText: /./ }).first()).toBeVisible();
    await expect(slow).toBeVisible({ timeout: 500 });
  }).toPass();
});

test("an invitation works once", async ({ apiOf, pageOf, newcomer }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Invitations", NOWHERE);
  const person = await newcomer({ project, role: "client" });
  const again = await founder.post(`/api/v1/projects/${project}/invitations`, {
    data: { email: person.email, role: "client" },
  });
  expect(again.status()).toBe(409);

  const other = await newProject(founder, "Other invitations", NOWHERE);
  const invited = await founder.post(`/api/v1/projects/${other}/invitations`, {
    data: { email: person.email, role: "engineer" },
  });
  const path = `/invite/${(await invited.json()).token}`;
  const page = await pageOf(person);
  await page.goto(path);
  await page.getByRole("button", { name: `Join as ${person.name}` }).click();
  await expect(page).toHaveURL(`/projects/${other}`);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation is over");
});

test("a changed role counts on the next request", async ({ apiOf, newcomer }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Roles", NOWHERE);
  const person = await newcomer({ project, role: "engineer" });
  const theirs = await apiOf(person);
  const risk = { title: "Nobody is on call", checkId: "handover-review", severity: "low", likelihood: 1, impact: 1 };
  const add = async () => (await theirs.post(`/api/v1/projects/${project}/risks`, { data: risk })).status();
  expect(await add()).toBe(201);
  const { members } = await (await founder.get(`/api/v1/projects/${project}/members`)).json();
  const path = `/api/v1/projects/${project}/members/${members.find((one: { email: string }) => one.email === person.email).id}`;
  expect((await founder.patch(path, { data: { role: "client" } })).status()).toBe(204);
  expect(await add()).toBe(403);
  expect((await founder.delete(path)).status()).toBe(204);
  expect(await add()).toBe(404);
});

test("signing out everywhere ends the session of another browser at its next request", async ({
  apiOf,
  pageOf,
  newcomer,
}) => {
  const project = await newProject(await apiOf("founder"), "Sessions", NOWHERE);
  const person = await newcomer({ project, role: "client" });
  const [here, there] = [await pageOf(null), await pageOf(null)];
  await signIn(here, person);
  await signIn(there, person);
  await here.goto("/account");
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await here.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here).toHaveURL("/sign-in");
  expect((await there.request.get("/api/v1/me")).status()).toBe(401);
  await there.reload();
  await expect(there).toHaveURL(/\/sign-in\?next=/);
});

test("a new password ends the other sessions and is the one that counts", async ({ apiOf, pageOf, newcomer }) => {
  const project = await newProject(await apiOf("founder"), "Passwords", NOWHERE);
  const person = await newcomer({ project, role: "client" });
  const [here, there] = [await pageOf(null), await pageOf(null)];
  await signIn(here, person);
  await signIn(there, person);
  const password = `another-${person.password}`;
  await here.goto("/account");
  await here.getByLabel("Current password").fill(person.password);
  await here.getByLabel("New password").fill(password);
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(here.getByText("The password is changed", { exact: false }).first()).toBeVisible();
  expect((await here.request.get("/api/v1/me")).status()).toBe(200);
  expect((await there.request.get("/api/v1/me")).status()).toBe(401);
  const later = await pageOf(null);
  await later.goto("/sign-in");
  await fillSignIn(later, person);
  await expect(later.getByText(refusal)).toBeVisible();
  await fillSignIn(later, { ...person, password });
  await expect(later).toHaveURL(`${BASE_URL}/projects`);
});
