import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from "@playwright/test";
import type { AnyOperation } from "../app/api/v1/operation.ts";
import { OPERATIONS } from "../app/api/v1/operations/index.ts";
import { isAllowed, type Permission, type Role } from "../lib/auth/permissions.ts";
import { demoPerson, signIn } from "./people.ts";

const PROJECT = "ops-copilot";
const NOWHERE = "018f0000-0000-7000-8000-000000000000";
const in30Days = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

/** Valid bodies, so that what is refused is refused for the role and not for the input. */
const BODIES: Record<string, () => unknown> = {
  createProject: () => ({ name: "Matrix", url: "https://matrix.example.test" }),
  updateProject: () => ({ description: "Seen by the access matrix." }),
  addTarget: () => ({ url: `https://h${Date.now()}.example.test`, environment: "staging" }),
  startRun: () => ({ rules: ["edge/hsts"] }),
  updateCheck: () => ({ ownerId: null }),
  attest: () => ({ statement: "Looked at by hand.", observedAt: new Date().toISOString() }),
  waiveGate: () => ({ gateId: "safe-logging", reason: "Not before the first client.", expiresAt: in30Days() }),
  createRisk: () => ({
    title: "Only one person can deploy",
    checkId: "handover-review",
    severity: "medium",
    likelihood: 3,
    impact: 3,
  }),
  updateRisk: () => ({ likelihood: 3 }),
  decideRisk: () => ({ treatment: "fix_now", reason: "Before the launch." }),
  closeRisk: () => ({ reason: "No longer there." }),
  createShare: () => ({ version: 1, label: "For the client" }),
  recordDeployment: () => ({ version: "1.0.0", environment: "production", deployedAt: new Date().toISOString() }),
  inviteMember: () => ({ email: `guest-${Date.now()}@example.test`, role: "client" }),
  changeRole: () => ({ role: "engineer" }),
  createToken: () => ({ name: "matrix", expiresAt: in30Days() }),
};

const PARAMS: Record<string, string> = {
  project: PROJECT,
  run: "1",
  risk: "1",
  version: "1",
  checkId: "https-everywhere",
  target: NOWHERE,
  attestation: NOWHERE,
  waiver: NOWHERE,
  share: NOWHERE,
  user: NOWHERE,
  invitation: NOWHERE,
  token: NOWHERE,
};

type Caller = { name: string; role: Role | null; isOwner: boolean; request: APIRequestContext };

/** What the table promises for this caller. An allowed call may still find nothing, or a conflict with the state. */
function expectedStatuses(operation: AnyOperation, caller: Caller): number[] {
  const allowed = [operation.status, 404, 409];
  if (operation.access === "public") return [operation.status];
  if (caller.name === "anonymous") return [401];
  if (operation.access === "account") return allowed;
  if (operation.access === "owner") return caller.isOwner ? allowed : [403];
  if (!caller.role) return [404];
  return isAllowed(caller.role, operation.access as Permission) ? allowed : [403];
}

async function call(request: APIRequestContext, operation: AnyOperation): Promise<number> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = PARAMS[name];
    if (!value) throw new Error(`The matrix has no value for {${name}} of ${operation.id}.`);
    return value;
  });
  const body = BODIES[operation.id];
  if (operation.body && !body) throw new Error(`The matrix has no body for ${operation.id}: add one.`);
  if (operation.produces === "text/event-stream") return statusOfStream(request, `/api/v1${path}`);
  const response = await request.fetch(`/api/v1${path}`, {
    method: operation.method,
    headers: { Origin: "http://localhost:4300", "Sec-Fetch-Site": "same-origin" },
    ...(body ? { data: body() } : {}),
  });
  return response.status();
}

/** A stream of a finished run closes by itself; a refused one answers at once. */
async function statusOfStream(request: APIRequestContext, path: string): Promise<number> {
  return (await request.get(path)).status();
}

async function signedIn(
  playwright: PlaywrightWorkerArgs["playwright"],
  browser: PlaywrightWorkerArgs["browser"],
  role: Role,
) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, demoPerson(role));
  const storageState = await context.storageState();
  await context.close();
  return playwright.request.newContext({ baseURL: "http://localhost:4300", storageState });
}

test("no caller can do by the API what the table does not give them", async ({ playwright, browser }) => {
  test.setTimeout(180_000);
  const founder = await signedIn(playwright, browser, "founder");
  const callers: Caller[] = [
    {
      name: "anonymous",
      role: null,
      isOwner: false,
      request: await playwright.request.newContext({ baseURL: "http://localhost:4300" }),
    },
    { name: "client", role: "client", isOwner: false, request: await signedIn(playwright, browser, "client") },
    { name: "engineer", role: "engineer", isOwner: false, request: await signedIn(playwright, browser, "engineer") },
    { name: "founder", role: "founder", isOwner: true, request: founder },
  ];
  const wrong: string[] = [];
  for (const operation of OPERATIONS.filter(({ id }) => id !== "archiveProject")) {
    for (const caller of callers) {
      const status = await call(caller.request, operation);
      const expected = expectedStatuses(operation, caller);
      if (!expected.includes(status))
        wrong.push(`${operation.id} as ${caller.name}: ${status}, not ${expected.join("/")}`);
    }
  }
  expect(wrong).toEqual([]);
});
