import type { APIRequestContext, BrowserContext } from "@playwright/test";
import type { Role } from "../lib/auth/permissions.ts";
import { BASE_URL, test as base } from "./fixtures.ts";
import { demo, demoPerson, signIn } from "./people.ts";
import { audit, makePack, newProject } from "./work.ts";

/** Stands in what only members may see, and nowhere else. */
export const CANARY = "Kestrel 7421";

export type Caller = {
  name: string;
  isSignedIn: boolean;
  /** In the project of the matrix. */
  role: Role | null;
  isOwner?: boolean;
  request: APIRequestContext;
};

export type World = {
  /** From the least to the most that they may do. */
  callers: Caller[];
  founder: APIRequestContext;
  /** Stands in what only the team may see. */
  teamSecret: string;
  /** The project of somebody who is a founder, but not here. */
  elsewhere: string;
  /** One of everything that an address can name. */
  params: Record<string, string>;
};

const in30Days = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
const labUrl = (host: string) => `https://${host}:${demo().ports.port}/`;

/** A host of the lab's zone that does not exist, so that looking it up ends at once. */
export const nowhereUrl = () => labUrl(`h${crypto.randomUUID().slice(0, 8)}.ops-copilot.test`);

async function post(api: APIRequestContext, path: string, data: unknown) {
  const response = await api.post(path, { data });
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
  return response.json();
}

/** The matrix's runbook, and a step of it: a run names the steps that worked. */
const drilled = { runbook: "", step: "" };

/** Makes one more of what an operation uses up; answers its id. */
export const make = {
  target: async (api: APIRequestContext, project: string) => {
    const url = nowhereUrl();
    const { items } = await post(api, `/api/v1/projects/${project}/targets`, { url });
    return items.find((target: { url: string }) => target.url === url).id;
  },
  attestation: async (api: APIRequestContext, project: string) => {
    const statement = `Looked at by hand, ${crypto.randomUUID()}.`;
    const path = `/api/v1/projects/${project}/checks/role-boundaries/attestations`;
    const { attestations } = await post(api, path, { statement, observedAt: new Date().toISOString() });
    return attestations.find((one: { statement: string }) => one.statement === statement).id;
  },
  waiver: async (api: APIRequestContext, project: string) => {
    const { items } = await post(api, `/api/v1/projects/${project}/waivers`, waiver());
    return items.find((item: { id: string }) => item.id === "safe-logging").waiver.id;
  },
  risk: async (api: APIRequestContext, project: string) =>
    String((await post(api, `/api/v1/projects/${project}/risks`, risk())).number),
  kind: async (api: APIRequestContext, project: string) => {
    await api.patch(`/api/v1/projects/${project}/owners/dns`, { data: { provider: "Gandi" } });
    return "dns";
  },
  link: async (api: APIRequestContext, project: string) => {
    const url = nowhereUrl();
    const { links } = await post(api, `/api/v1/projects/${project}/links`, { kind: "other", title: CANARY, url });
    return links.find((link: { url: string }) => link.url === url).id;
  },
  runbook: async (api: APIRequestContext, project: string) =>
    (await post(api, `/api/v1/projects/${project}/runbooks`, { kind: "restore", platform: "other" })).id,
  rehearsal: async (api: APIRequestContext, project: string) =>
    (await post(api, `/api/v1/projects/${project}/runbooks/${drilled.runbook}/rehearsals`, rehearsal())).rehearsals[0]
      .id,
  decision: async (api: APIRequestContext, project: string) =>
    (await post(api, `/api/v1/projects/${project}/risks/1/proposals`, proposal())).proposal.id,
  view: async (api: APIRequestContext, project: string) => {
    const name = `View ${crypto.randomUUID()}`;
    const { items } = await post(api, `/api/v1/projects/${project}/views`, { name, search: "state=open" });
    return items.find((view: { name: string }) => view.name === name).id;
  },
  share: async (api: APIRequestContext, project: string) =>
    (await post(api, `/api/v1/projects/${project}/shares`, { version: 1, label: CANARY })).id,
  invitation: async (api: APIRequestContext, project: string) =>
    (await post(api, `/api/v1/projects/${project}/invitations`, invitation())).id,
  token: async (api: APIRequestContext) => (await post(api, "/api/v1/tokens", token())).id,
};

export const waiver = () => ({ gateId: "safe-logging", reason: "Not before the first client.", expiresAt: in30Days() });
export const proposal = () => ({ treatment: "accept", reason: "Seen by the access matrix.", expiresAt: in30Days() });
export const token = () => ({ name: "matrix", expiresAt: in30Days() });
export const invitation = () => ({ email: `guest-${crypto.randomUUID().slice(0, 8)}@example.test`, role: "client" });
export const rehearsal = () => ({
  personName: CANARY,
  steps: [drilled.step],
  doneAt: new Date().toISOString(),
});
export const risk = () => ({
  title: `Only one person can deploy ${CANARY}`,
  checkId: "handover-review",
  severity: "medium",
  likelihood: 3,
  impact: 3,
});

/** Everybody who may call, and a project with one of everything for them to call about. */
export const test = base.extend<{ world: World }>({
  world: async ({ apiOf, pageOf, newcomer, browser, playwright }, use) => {
    const opened: APIRequestContext[] = [];
    const context = async (options: {
      storageState?: Awaited<ReturnType<BrowserContext["storageState"]>>;
      token?: string;
    }) => {
      const headers = options.token ? { Authorization: `Bearer ${options.token}` } : { Origin: BASE_URL };
      const made = await playwright.request.newContext({
        baseURL: BASE_URL,
        extraHTTPHeaders: headers,
        ...(options.storageState && { storageState: options.storageState }),
      });
      opened.push(made);
      return made;
    };

    const founder = await apiOf("founder");
    const project = await newProject(founder, `Matrix ${CANARY}`, labUrl("ops-copilot.test"));
    const elsewhere = await newProject(founder, "Elsewhere", nowhereUrl());
    const stranger = await newcomer({ project: elsewhere, role: "founder" });
    const spare = await newcomer({ project, role: "client" });
    for (const role of ["engineer", "client"] as const) {
      const invited = { email: demoPerson(role).email, role };
      const { token } = await post(founder, `/api/v1/projects/${project}/invitations`, invited);
      const page = await pageOf(role);
      await page.goto(`/invite/${token}`);
      await page.getByRole("button", { name: /^Join as/ }).click();
      await page.waitForURL(`**/projects/${project}`);
    }
    await audit(founder, project);
    await makePack(founder, project);
    const share = await post(founder, `/api/v1/projects/${project}/shares`, { version: 1, label: CANARY });
    const { members } = await (await founder.get(`/api/v1/projects/${project}/members`)).json();
    const { targets } = await (await founder.get(`/api/v1/projects/${project}`)).json();
    await make.risk(founder, project);
    const runbook = await post(founder, `/api/v1/projects/${project}/runbooks`, { kind: "deploy", platform: "other" });
    Object.assign(drilled, { runbook: runbook.id, step: runbook.steps[0].id });

    const leaving = await browser.newContext();
    const page = await leaving.newPage();
    await signIn(page, demoPerson("founder"));
    const revoked = await leaving.storageState();
    await page.getByRole("button", { name: /^MK|Mira/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    await leaving.close();

    const engineer = await apiOf("engineer");
    const engineersToken = await post(engineer, "/api/v1/tokens", token());
    await use({
      founder,
      teamSecret: spare.email,
      elsewhere,
      params: {
        project,
        run: "1",
        risk: "1",
        version: "1",
        format: "pdf",
        stage: "edge",
        deliverable: "risk-register",
        checkId: "https-everywhere",
        target: targets[0].id,
        // Named in the certificate that the lab serves.
        host: "www.ops-copilot.test",
        attestation: await make.attestation(founder, project),
        waiver: await make.waiver(founder, project),
        decision: await make.decision(founder, project),
        view: await make.view(founder, project),
        kind: await make.kind(founder, project),
        link: await make.link(founder, project),
        runbook: runbook.id,
        rehearsal: await make.rehearsal(founder, project),
        share: share.id,
        user: members.find((member: { email: string }) => member.email === spare.email).id,
        invitation: await make.invitation(founder, project),
        token: engineersToken.id,
      },
      callers: [
        { name: "anonymous", isSignedIn: false, role: null, request: await context({}) },
        { name: "revoked session", isSignedIn: false, role: null, request: await context({ storageState: revoked }) },
        { name: "share token", isSignedIn: false, role: null, request: await context({ token: share.token }) },
        { name: "stranger", isSignedIn: true, role: null, request: await apiOf(stranger) },
        { name: "client", isSignedIn: true, role: "client", request: await apiOf("client") },
        { name: "engineer", isSignedIn: true, role: "engineer", request: engineer },
        {
          name: "engineer's token",
          isSignedIn: true,
          role: "engineer",
          request: await context({ token: engineersToken.token }),
        },
        { name: "founder", isSignedIn: true, role: "founder", isOwner: true, request: founder },
      ],
    });
    for (const one of opened) await one.dispose();
  },
});

export { expect } from "./fixtures.ts";
