import type { APIRequestContext } from "@playwright/test";
import type { AnyOperation } from "../app/api/v1/operation.ts";
import { OPERATIONS } from "../app/api/v1/operations/index.ts";
import { isAllowed } from "../lib/auth/permissions.ts";
import {
  type Caller,
  expect,
  invitation,
  make,
  nowhereUrl,
  proposal,
  rehearsal,
  risk,
  test,
  token,
  type World,
  waiver,
} from "./access.ts";

/** A PNG of one grey pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

/** Valid bodies, so that what is refused is refused for the caller and not for the input. */
const BODIES: Record<string, () => unknown> = {
  createProject: () => ({ name: "Made by the matrix", url: nowhereUrl() }),
  updateProject: () => ({ description: "Seen by the access matrix." }),
  addTarget: () => ({ url: nowhereUrl(), environment: "staging" }),
  updateTarget: () => ({ expects: ["127.0.0.1"] }),
  adoptHost: () => ({ profile: "alias" }),
  ignoreHost: () => ({ reason: "Seen by the access matrix." }),
  importOldUrls: () => ({ csv: `${nowhereUrl()}old,/` }),
  setSchedule: () => ({ every: "week" }),
  startRun: () => ({ rules: ["edge/hsts"] }),
  updateCheck: () => ({ ownerId: null }),
  attest: () => ({ statement: "Looked at by hand.", observedAt: new Date().toISOString() }),
  waiveGate: waiver,
  createRisk: risk,
  updateRisk: () => ({ likelihood: 3 }),
  decideRisk: () => ({ treatment: "fix_now", reason: "Before the launch." }),
  closeRisk: () => ({ reason: "No longer there." }),
  assignRisks: () => ({ numbers: [1], dueAt: null }),
  decideRisks: () => ({ numbers: [1], treatment: "fix_now", reason: "Before the launch." }),
  proposeDecision: proposal,
  proposeDecisions: () => ({ numbers: [1], ...proposal() }),
  declineDecision: () => ({ reason: "Not like this." }),
  withdrawDecision: () => ({}),
  importSarif: () => ({
    fileName: "matrix.sarif",
    sarif: { version: "2.1.0", runs: [{ tool: { driver: { name: "Matrix" } }, results: [] }] },
  }),
  saveView: () => ({ name: "Seen by the access matrix", search: "state=open" }),
  createPack: () => ({}),
  createShare: () => ({ version: 1, label: "For the client" }),
  signOffPack: () => ({ hasReceived: true }),
  setBranding: () => ({ clientName: "Seen by the access matrix" }),
  setLogo: () => ({ logo: PIXEL }),
  setProvider: () => ({ provider: "Gandi", breakGlass: "Seen by the access matrix." }),
  recordBreakGlassTest: () => ({ testedAt: new Date().toISOString() }),
  addLink: () => ({ kind: "logs", title: "Seen by the access matrix", url: nowhereUrl() }),
  updateLink: () => ({ title: "Seen by the access matrix" }),
  createRunbook: () => ({ kind: "deploy", platform: "other" }),
  updateRunbook: () => ({ title: "Seen by the access matrix" }),
  recordRehearsal: rehearsal,
  startSprint: () => ({ goal: "Seen by the access matrix." }),
  recordDeployment: () => ({ version: "1.0.0", environment: "production", deployedAt: new Date().toISOString() }),
  inviteMember: invitation,
  changeRole: () => ({ role: "engineer" }),
  createToken: token,
};

/** Which of the names in its path a successful call uses up. */
const USED_UP: Record<string, keyof typeof make> = {
  removeTarget: "target",
  withdrawAttestation: "attestation",
  withdrawWaiver: "waiver",
  closeRisk: "risk",
  approveDecision: "decision",
  declineDecision: "decision",
  withdrawDecision: "decision",
  deleteView: "view",
  removeProvider: "kind",
  removeLink: "link",
  archiveRunbook: "runbook",
  removeRehearsal: "rehearsal",
  revokeShare: "share",
  revokeInvitation: "invitation",
  revokeToken: "token",
};

/** Permitted, and yet refused while a run is under way or once it has ended, or to whoever comes second. */
const MAY_CONFLICT = [
  "startRun",
  "cancelRun",
  "markRiskFixed",
  "adoptHost",
  "startSprint",
  "checkLinks",
  "pauseSprint",
  "resumeSprint",
  "finishSprint",
];

function isPermitted({ access }: AnyOperation, caller: Caller): boolean {
  if (access === "public") return true;
  if (access === "account") return caller.isSignedIn;
  if (access === "owner") return caller.isOwner === true;
  return caller.role !== null && isAllowed(caller.role, access);
}

/** What the table promises for this caller. */
function expectedStatuses(operation: AnyOperation, caller: Caller): number[] {
  if (isPermitted(operation, caller)) {
    return MAY_CONFLICT.includes(operation.id) ? [operation.status, 409] : [operation.status];
  }
  if (!caller.isSignedIn) return [401];
  return operation.access === "owner" || caller.role !== null ? [403] : [404];
}

function pathOf(operation: AnyOperation, params: Record<string, string>): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The matrix has no value for {${name}} of ${operation.id}.`);
    return value;
  });
  return `/api/v1${path}`;
}

async function call({ request }: Caller, operation: AnyOperation, params: Record<string, string>): Promise<number> {
  const body = BODIES[operation.id];
  if (operation.body && !body) throw new Error(`The matrix has no body for ${operation.id}: add one.`);
  const path = pathOf(operation, params);
  const response = await request.fetch(path, { method: operation.method, ...(body && { data: body() }) });
  return response.status();
}

/** Archiving comes last: afterwards nothing is left to call about. */
const inOrder = OPERATIONS.toSorted((a, b) => Number(a.id === "archiveProject") - Number(b.id === "archiveProject"));

/** Ids of the matrix's project, called about in a project where the caller may do everything. */
async function wrongAboutIds({ callers, elsewhere, params }: World): Promise<string[]> {
  const stranger = callers.find(({ name }) => name === "stranger");
  if (!stranger) throw new Error("There is no stranger.");
  const names = [
    "target",
    "host",
    "attestation",
    "waiver",
    "share",
    "invitation",
    "user",
    "runbook",
    "rehearsal",
    "decision",
    "view",
    "link",
  ];
  const addressed = OPERATIONS.filter(({ path }) => names.some((name) => path.includes(`{${name}}`)));
  expect(addressed.length).toBeGreaterThanOrEqual(names.length);
  const wrong: string[] = [];
  for (const operation of addressed) {
    const status = await call(stranger, operation, { ...params, project: elsewhere });
    if (status !== 404) wrong.push(`${operation.id} with an id of another project: ${status}, not 404`);
  }
  const another = await stranger.request.delete(`/api/v1/tokens/${params.token}`);
  if (another.status() !== 404) wrong.push(`revokeToken of somebody else's token: ${another.status()}, not 404`);
  return wrong;
}

/** Whose the used up thing has to be: nobody revokes another's token, and nobody approves what they asked for. */
function makerOf({ id }: AnyOperation, caller: Caller, { founder, callers }: World): APIRequestContext {
  if (id === "revokeToken" || id === "withdrawDecision") return caller.request;
  const isSecond = id === "approveDecision" || id === "declineDecision";
  const other = isSecond && caller.role === "founder" && callers.find(({ role }) => role === "engineer");
  return other ? other.request : founder;
}

async function wrongAboutCallers(world: World): Promise<string[]> {
  const { callers, params } = world;
  const wrong: string[] = [];
  for (const operation of inOrder) {
    for (const caller of callers) {
      const used = USED_UP[operation.id];
      const isConsumed = used !== undefined && isPermitted(operation, caller);
      const fresh = isConsumed
        ? { [used]: await make[used](makerOf(operation, caller, world), params.project ?? "") }
        : {};
      const status = await call(caller, operation, { ...params, ...fresh });
      const expected = expectedStatuses(operation, caller);
      if (!expected.includes(status)) {
        wrong.push(`${operation.id} as ${caller.name}: ${status}, not ${expected.join(" or ")}`);
      }
    }
  }
  return wrong;
}

test("no caller can do by the API what the table of operations does not give them", async ({ world }) => {
  test.setTimeout(120_000);
  // The ids first: the other ends with the project archived.
  expect(await wrongAboutIds(world)).toEqual([]);
  expect(await wrongAboutCallers(world)).toEqual([]);
});
