import { type APIRequestContext, expect } from "@playwright/test";
import type { PackView, RunView } from "../db/queries/views.ts";

const RUN_MS_MAX = 90_000;

/** The run at its end. Its stream of events closes then, so that nobody has to guess how long it takes. */
async function endOfRun(api: APIRequestContext, project: string, run: number): Promise<RunView> {
  const path = `/api/v1/projects/${project}/runs/${run}`;
  await api.get(`${path}/events`, { timeout: RUN_MS_MAX });
  return (await api.get(path)).json();
}

/** Audits the project's targets by all rules, or by some. */
export async function audit(api: APIRequestContext, project: string, rules?: string[]): Promise<RunView> {
  const started = await api.post(`/api/v1/projects/${project}/runs`, { data: { rules } });
  expect(started.status(), await started.text()).toBe(202);
  return endOfRun(api, project, (await started.json()).number);
}

/** A new version of the pack, rendered. */
export async function makePack(api: APIRequestContext, project: string): Promise<PackView> {
  const created = await api.post(`/api/v1/projects/${project}/packs`);
  expect(created.status(), await created.text()).toBe(202);
  const { version } = await created.json();
  const read = async (): Promise<PackView> => (await api.get(`/api/v1/projects/${project}/packs/${version}`)).json();
  await expect.poll(async () => (await read()).state, { timeout: 60_000 }).toBe("ready");
  return read();
}

/** A project that is audited at this address; answers its slug. */
export async function newProject(founder: APIRequestContext, name: string, url: string): Promise<string> {
  const created = await founder.post("/api/v1/projects", { data: { name, url } });
  expect(created.status(), await created.text()).toBe(201);
  return (await created.json()).slug;
}
