import { expect, test } from "./fixtures.ts";
import { newProject } from "./work.ts";

const NOWHERE = "https://runbooks.ops-copilot.test/";

test("a runbook from a template counts once two people have done it, and an edited step undoes that", async ({
  apiOf,
  pageOf,
}) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Runbooks", NOWHERE);
  const check = async () => {
    const { status } = await (await founder.get(`/api/v1/projects/${project}/checks/environment-runbook`)).json();
    return status;
  };
  const page = await pageOf("founder");
  await page.goto(`/projects/${project}/runbooks`);
  await expect(page.getByText("Not written yet.")).toHaveCount(5);
  await page.getByRole("link", { name: "Write it: Change an environment variable" }).click();
  const sheet = page.getByRole("dialog", { name: "New runbook" });
  await sheet.getByLabel("Where does the product run?").selectOption("Heroku");
  await expect(sheet.getByText("restarts all dynos at once", { exact: false })).toBeVisible();
  await expect(sheet.getByLabel("Title")).toHaveValue("Change an environment variable: Heroku");
  await sheet.getByRole("button", { name: /^Create with these/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Change an environment variable: Heroku");
  expect(await check()).toBe("unknown");

  const record = async (choose: (dialog: ReturnType<typeof page.getByRole>) => Promise<unknown>) => {
    await page.getByRole("button", { name: /^Record a run/ }).click();
    const dialog = page.getByRole("dialog", { name: "Record a run" });
    await choose(dialog);
    await dialog.getByRole("button", { name: "All of them" }).click();
    await dialog.getByRole("button", { name: "Record the run" }).click();
    await expect(dialog).toBeHidden();
  };
  await record(async () => {});
  await expect(page.getByText("One person only").first()).toBeVisible();
  expect(await check()).toBe("warning");
  await record(async (dialog) => {
    await dialog.getByLabel("Who did it?").selectOption("Somebody outside…");
    await dialog.getByLabel("Their name").fill("Ana Outside");
  });
  await expect(page.getByText("Two people can do it")).toBeVisible();
  expect(await check()).toBe("attested");
  await page.goto(`/projects/${project}?check=environment-runbook`);
  await expect(page.getByRole("dialog").getByText("Attested").first()).toBeVisible();

  await page.goto(`/projects/${project}/runbooks`);
  await page.getByRole("link", { name: "Change an environment variable: Heroku" }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  const steps = page.getByRole("textbox", { name: "What to do" });
  const second = await steps.nth(1).inputValue();
  await steps.nth(1).press("Alt+ArrowUp");
  await expect(steps.first()).toHaveValue(second);
  await expect(steps.first()).toBeFocused();
  await page.getByRole("button", { name: "Save the runbook" }).click();
  await expect(page.getByText("Two people can do it")).toBeVisible();
  expect(await check()).toBe("attested");

  await page.getByRole("link", { name: "Edit" }).click();
  await steps.last().fill("Go back to the release of this morning.");
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await page.getByRole("button", { name: "Save the runbook" }).click();
  await expect(page.getByText("Nobody yet", { exact: true })).toBeVisible();
  expect(await check()).toBe("unknown");
});

test("a runbook does not take a secret, and a client only reads it", async ({ apiOf, pageOf, newcomer }) => {
  const founder = await apiOf("founder");
  const project = await newProject(founder, "Runbooks for clients", NOWHERE);
  const secret = { kind: "deploy", platform: "other", steps: [{ text: `Sign in with ${"gh"}p_${"aB3d".repeat(6)}.` }] };
  const refused = await founder.post(`/api/v1/projects/${project}/runbooks`, { data: secret });
  expect(refused.status()).toBe(422);
  const made = await founder.post(`/api/v1/projects/${project}/runbooks`, {
    data: { kind: "deploy", platform: "other" },
  });
  const { id, steps } = await made.json();
  const client = await newcomer({ project, role: "client" });
  const page = await pageOf(client, { viewport: { width: 390, height: 800 } });
  await page.goto(`/projects/${project}/runbooks/${id}`);
  await expect(page.getByText(steps[0].text)).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Record a run|Archive)/ })).toHaveCount(0);
  await page.goto(`/projects/${project}/runbooks/${id}?edit=1`);
  await expect(page.getByRole("button", { name: "Save the runbook" })).toHaveCount(0);
});
