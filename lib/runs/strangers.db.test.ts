import { beforeAll, describe, expect, it } from "vitest";
import { exportRisks } from "#db/queries/export-risks.ts";
import { getBoard } from "#db/queries/get-board.ts";
import { getCheck } from "#db/queries/get-check.ts";
import { getDomains } from "#db/queries/get-domains.ts";
import { getDrift } from "#db/queries/get-drift.ts";
import { getHost } from "#db/queries/get-host.ts";
import { getOldUrls } from "#db/queries/get-old-urls.ts";
import { getPack } from "#db/queries/get-pack.ts";
import { getPackFile } from "#db/queries/get-pack-file.ts";
import { getRisk } from "#db/queries/get-risk.ts";
import { getRun } from "#db/queries/get-run.ts";
import { getSchedule } from "#db/queries/get-schedule.ts";
import { listHostTls } from "#db/queries/list-host-tls.ts";
import { listImports } from "#db/queries/list-imports.ts";
import { listPacks } from "#db/queries/list-packs.ts";
import { listProjects } from "#db/queries/list-projects.ts";
import { listRisks } from "#db/queries/list-risks.ts";
import { listRuns } from "#db/queries/list-runs.ts";
import { listSavedViews } from "#db/queries/list-saved-views.ts";
import { listShares } from "#db/queries/list-shares.ts";
import { topBlockers } from "#db/queries/top-blockers.ts";
import { makeActor, makeMember } from "#db/testing/factories.ts";
import { testDb } from "#db/testing/test-db.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { attest } from "#lib/checks/attest.ts";
import { updateCheck } from "#lib/checks/update-check.ts";
import { waiveGate } from "#lib/checks/waive-gate.ts";
import { withdrawAttestation } from "#lib/checks/withdraw-attestation.ts";
import { withdrawWaiver } from "#lib/checks/withdraw-waiver.ts";
import type { Ctx } from "#lib/ctx.ts";
import { recordDeployment } from "#lib/deployments/record-deployment.ts";
import { adoptHost } from "#lib/hosts/adopt-host.ts";
import { ignoreHost } from "#lib/hosts/ignore-host.ts";
import { unignoreHost } from "#lib/hosts/unignore-host.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { importOldUrls } from "#lib/old-urls/import-old-urls.ts";
import { removeOldUrls } from "#lib/old-urls/remove-old-urls.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { approveDecision } from "#lib/risks/approve-decision.ts";
import { assignRisks } from "#lib/risks/assign-risks.ts";
import { closeRisk } from "#lib/risks/close-risk.ts";
import { createRisk } from "#lib/risks/create-risk.ts";
import { decideRisk } from "#lib/risks/decide-risk.ts";
import { decideRisks } from "#lib/risks/decide-risks.ts";
import { declineDecision } from "#lib/risks/decline-decision.ts";
import { importSarif } from "#lib/risks/import-sarif.ts";
import { markFixed } from "#lib/risks/mark-fixed.ts";
import { proposeDecision } from "#lib/risks/propose-decision.ts";
import { proposeDecisions } from "#lib/risks/propose-decisions.ts";
import { updateRisk } from "#lib/risks/update-risk.ts";
import { withdrawDecision } from "#lib/risks/withdraw-decision.ts";
import { deleteView } from "#lib/saved-views/delete-view.ts";
import { saveView } from "#lib/saved-views/save-view.ts";
import { setSchedule } from "#lib/schedules/set-schedule.ts";
import { createShare } from "#lib/shares/create-share.ts";
import { revokeShare } from "#lib/shares/revoke-share.ts";
import { addTarget } from "#lib/targets/add-target.ts";
import { removeTarget } from "#lib/targets/remove-target.ts";
import { updateTarget } from "#lib/targets/update-target.ts";
import { beginRun } from "./begin-run.ts";
import { cancelRun } from "./cancel-run.ts";
import { failRun } from "./fail-run.ts";
import { finishRun } from "./finish-run.ts";
import { replayRun } from "./replay-run.ts";
import { startRun } from "./start-run.ts";
import { audit, auditedProject, register, withoutHsts } from "./testing/audited-project.ts";

const { db, url } = await testDb();
beforeAll(() => installQueues(url));

const ID = "01a20a23-0000-7000-8000-000000000000";
const END = "2026-06-20T00:00:00Z";
const EMPTY_LOG = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Scanner"}},"results":[]}]}';

/** Every verb and query that names a project, on things that are there. */
const CALLS: Record<string, (ctx: Ctx, project: string) => Promise<unknown>> = {
  getBoard: (ctx, project) => getBoard(ctx, project),
  getCheck: (ctx, project) => getCheck(ctx, project, "dns-target"),
  getDomains: (ctx, project) => getDomains(ctx, project),
  getDrift: (ctx, project) => getDrift(ctx, project, 1),
  getHost: (ctx, project) => getHost(ctx, project, ID),
  getOldUrls: (ctx, project) => getOldUrls(ctx, project),
  getSchedule: (ctx, project) => getSchedule(ctx, project),
  listHostTls: (ctx, project) => listHostTls(ctx, project),
  addTarget: (ctx, project) => addTarget({ ctx, input: { project, url: "https://another.example.com/" } }),
  updateTarget: (ctx, project) => updateTarget({ ctx, input: { project, target: ID, profile: "api" } }),
  removeTarget: (ctx, project) => removeTarget({ ctx, input: { project, target: ID } }),
  ignoreHost: (ctx, project) =>
    ignoreHost({ ctx, input: { project, host: "www.example.com", reason: "It holds nothing." } }),
  unignoreHost: (ctx, project) => unignoreHost({ ctx, input: { project, host: "www.example.com" } }),
  adoptHost: (ctx, project) => adoptHost({ ctx, input: { project, host: "www.example.com" } }),
  setSchedule: (ctx, project) => setSchedule({ ctx, input: { project, every: "day" } }),
  importOldUrls: (ctx, project) => importOldUrls({ ctx, input: { project, csv: "https://old.example.com/,/" } }),
  removeOldUrls: (ctx, project) => removeOldUrls({ ctx, input: { project } }),
  getPack: (ctx, project) => getPack(ctx, project, 1),
  getPackFile: (ctx, project) => getPackFile(ctx, project, 1),
  getRisk: (ctx, project) => getRisk(ctx, project, 1),
  getRun: (ctx, project) => getRun(ctx, project, 1),
  listPacks: (ctx, project) => listPacks(ctx, project),
  listRisks: (ctx, project) => listRisks(ctx, project),
  listRuns: (ctx, project) => listRuns(ctx, project),
  listShares: (ctx, project) => listShares(ctx, project),
  topBlockers: (ctx, project) => topBlockers(ctx, project),
  replayRun: (ctx, project) => replayRun({ ctx, input: { project, number: 1 } }),
  startRun: (ctx, project) => startRun({ ctx, input: { project } }),
  cancelRun: (ctx, project) => cancelRun({ ctx, input: { project, number: 1 } }),
  createRisk: (ctx, project) =>
    createRisk({ ctx, input: { project, title: "A risk", checkId: "dns-target", severity: "low" } }),
  updateRisk: (ctx, project) => updateRisk({ ctx, input: { project, number: 1, likelihood: 1 } }),
  closeRisk: (ctx, project) => closeRisk({ ctx, input: { project, number: 1, reason: "Because." } }),
  markFixed: (ctx, project) => markFixed({ ctx, input: { project, number: 1 } }),
  decideRisk: (ctx, project) =>
    decideRisk({ ctx, input: { project, number: 1, treatment: "accept", reason: "Because.", expiresAt: END } }),
  decideRisks: (ctx, project) =>
    decideRisks({ ctx, input: { project, numbers: [1], treatment: "fix_now", reason: "Because." } }),
  proposeDecision: (ctx, project) =>
    proposeDecision({ ctx, input: { project, number: 1, treatment: "fix_now", reason: "Because." } }),
  proposeDecisions: (ctx, project) =>
    proposeDecisions({ ctx, input: { project, numbers: [1], treatment: "fix_now", reason: "Because." } }),
  approveDecision: (ctx, project) => approveDecision({ ctx, input: { project, number: 1, decision: ID } }),
  declineDecision: (ctx, project) =>
    declineDecision({ ctx, input: { project, number: 1, decision: ID, reason: "Because." } }),
  withdrawDecision: (ctx, project) => withdrawDecision({ ctx, input: { project, number: 1, decision: ID } }),
  assignRisks: (ctx, project) => assignRisks({ ctx, input: { project, numbers: [1], ownerId: null } }),
  importSarif: (ctx, project) => importSarif({ ctx, input: { project, fileName: "x.sarif", text: EMPTY_LOG } }),
  saveView: (ctx, project) => saveView({ ctx, input: { project, name: "Mine", search: "" } }),
  deleteView: (ctx, project) => deleteView({ ctx, input: { project, view: ID } }),
  exportRisks: (ctx, project) => exportRisks(ctx, project, "csv"),
  listImports: (ctx, project) => listImports(ctx, project),
  listSavedViews: (ctx, project) => listSavedViews(ctx, project),
  updateCheck: (ctx, project) => updateCheck({ ctx, input: { project, checkId: "dns-target", ownerId: null } }),
  excludeCheck: (ctx, project) =>
    updateCheck({ ctx, input: { project, checkId: "dns-target", notApplicableReason: "Because." } }),
  attest: (ctx, project) =>
    attest({
      ctx,
      input: { project, checkId: "dns-target", statement: "It was looked at.", observedAt: "2026-05-01T00:00:00Z" },
    }),
  withdrawAttestation: (ctx, project) => withdrawAttestation({ ctx, input: { project, attestation: ID } }),
  waiveGate: (ctx, project) =>
    waiveGate({ ctx, input: { project, gateId: "dns-correct", reason: "Not needed now.", expiresAt: END } }),
  withdrawWaiver: (ctx, project) => withdrawWaiver({ ctx, input: { project, waiver: ID } }),
  recordDeployment: (ctx, project) => recordDeployment({ ctx, input: { project, version: "1.0" } }),
  createPack: (ctx, project) => createPack({ ctx, input: { project } }),
  createShare: (ctx, project) => createShare({ ctx, input: { project, version: 1, label: "Acme" } }),
  revokeShare: (ctx, project) => revokeShare({ ctx, input: { project, share: ID } }),
};

const CLIENT_MAY = [
  "getBoard",
  "getCheck",
  "getDomains",
  "getDrift",
  "getHost",
  "getOldUrls",
  "getSchedule",
  "listHostTls",
  "getPack",
  "getPackFile",
  "exportRisks",
  "getRisk",
  "getRun",
  "listImports",
  "listPacks",
  "listRisks",
  "listRuns",
  "listSavedViews",
  "topBlockers",
  "replayRun",
];
const ENGINEER_MAY_NOT = [
  "ignoreHost",
  "unignoreHost",
  "decideRisk",
  "decideRisks",
  "excludeCheck",
  "waiveGate",
  "withdrawWaiver",
];

async function inhabited() {
  const setting = await auditedProject(db);
  await audit(setting, withoutHsts());
  await createPack({ ctx: setting.ctx, input: { project: setting.project.slug } });
  return setting;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { code?: string }) => error.code ?? "unknown",
  );

describe("somebody from outside the project", () => {
  it("gets the answer of a project that is not there, from every verb and query", async () => {
    const setting = await inhabited();
    const { ctx } = await makeActor(db);
    const before = await register(setting);
    for (const [name, call] of Object.entries(CALLS)) {
      const stranger = { ...ctx, now: setting.ctx.now };
      expect([name, await codeOf(call(stranger, setting.project.slug))]).toEqual([name, "not_found"]);
      expect([name, await codeOf(call(stranger, "no-such-project"))]).toEqual([name, "not_found"]);
    }
    expect(await register(setting)).toEqual(before);
    expect(await listProjects(ctx)).toEqual([]);
  });

  it("cannot do what only jobs do", async () => {
    const { ctx, project } = await inhabited();
    const ref = { projectId: project.id, runId: ID };
    expect(await codeOf(beginRun({ ctx, input: ref }))).toBe("not_found");
    expect(await codeOf(failRun({ ctx, input: { ...ref, error: "Because." } }))).toBe("not_found");
    expect(await codeOf(finishRun({ ctx, input: { ...ref, attempt: 1, observations: [] } }))).toBe("not_found");
  });
});

describe("members", () => {
  it.each<[Role, (name: string) => boolean]>([
    ["client", (name) => CLIENT_MAY.includes(name)],
    ["engineer", (name) => !ENGINEER_MAY_NOT.includes(name)],
    ["founder", () => true],
  ])("as %s may do just what the table of permissions says", async (role, may) => {
    const setting = await inhabited();
    const { ctx } = await makeMember(db, setting.project, role);
    for (const [name, call] of Object.entries(CALLS)) {
      const code = await codeOf(call({ ...ctx, now: setting.ctx.now }, setting.project.slug));
      expect([name, code === "forbidden"]).toEqual([name, !may(name)]);
      expect(code).not.toBe("unknown");
    }
  });
});
