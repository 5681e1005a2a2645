import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getRisk } from "#db/queries/get-risk.ts";
import { topBlockers } from "#db/queries/top-blockers.ts";
import { decisions, memberships, risks, users } from "#db/schema/index.ts";
import { ctxOf, makeMember, makeUser, systemCtx } from "#db/testing/factories.ts";
import { lastActivity } from "#db/testing/last-activity.ts";
import { testDb } from "#db/testing/test-db.ts";
import { whenBlocked } from "#db/testing/when-blocked.ts";
import { healthyObservation } from "#lib/audits/testing/healthy-observation.ts";
import type { Ctx } from "#lib/ctx.ts";
import { installQueues } from "#lib/jobs/install-queues.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { actions, audit, auditedProject, observedAt } from "#lib/runs/testing/audited-project.ts";
import { approveDecision } from "./approve-decision.ts";
import { createRisk } from "./create-risk.ts";
import { decideRisk } from "./decide-risk.ts";
import { declineDecision } from "./decline-decision.ts";
import { proposeDecision } from "./propose-decision.ts";
import { withdrawDecision } from "./withdraw-decision.ts";

const { db, sql, url } = await testDb();
beforeAll(() => installQueues(url));

const DAY_MS = 86_400_000;
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * DAY_MS) });

/** A critical risk, and everybody who may have a say in it. */
async function team(severity: "critical" | "high" = "critical") {
  const setting = await auditedProject(db);
  const { project, ctx: founder } = setting;
  const at = (ctx: Ctx): Ctx => ({ ...ctx, now: founder.now });
  const engineer = await makeMember(db, project, "engineer");
  const other = await makeMember(db, project, "engineer");
  const client = await makeMember(db, project, "client");
  await createRisk({
    ctx: founder,
    input: { project: project.slug, title: "Anybody can be admin", checkId: "role-boundaries", severity },
  });
  const risk = { project: project.slug, number: 1 };
  const expiresAt = later(founder, 30).now.toISOString();
  const putOff = { ...risk, treatment: "defer" as const, reason: "Only ten users until then.", expiresAt };
  return {
    setting,
    slug: project.slug,
    risk,
    putOff,
    founder,
    engineer: at(engineer.ctx),
    engineerId: engineer.user.id,
    other: at(other.ctx),
    client: at(client.ctx),
    stranger: at(ctxOf(db, await makeUser(db))),
  };
}

const newest = async (ctx: Ctx, slug: string) => (await getRisk(ctx, slug, 1)).decisions[0];

describe("putting off a critical risk", () => {
  it("by a founder alone is a proposal, and lifts nothing until somebody else approves", async () => {
    const { founder, engineer, slug, risk, putOff, setting } = await team();
    const proposal = await decideRisk({ ctx: founder, input: putOff });
    expect(proposal).toMatchObject({ state: "proposed", deciderId: null, decidedAt: null, isByTwo: false });
    expect(await topBlockers(founder, slug)).toHaveLength(1);
    await expect(approveDecision({ ctx: founder, input: { ...risk, decision: proposal.id } })).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("somebody else"),
    });
    const decided = await approveDecision({ ctx: engineer, input: { ...risk, decision: proposal.id } });
    expect(decided).toMatchObject({ state: "decided", deciderId: expect.any(String), isByTwo: true });
    expect(await topBlockers(founder, slug)).toEqual([]);
    expect(await topBlockers(later(founder, 30), slug)).toHaveLength(1);
    expect((await actions(setting)).slice(-2)).toEqual(["risk.decision_proposed", "risk.decided"]);
    expect((await lastActivity(db, setting.project.id))?.details).toMatchObject({
      number: 1,
      treatment: "defer",
      reason: putOff.reason,
      isByTwo: true,
    });
  });

  it("is decided at once where it is to be fixed now", async () => {
    const { founder, risk } = await team();
    const decision = await decideRisk({
      ctx: founder,
      input: { ...risk, treatment: "fix_now", reason: "It is too bad." },
    });
    expect(decision).toMatchObject({ state: "decided", isByTwo: false });
  });

  it("blocks again once an audit finds that what one person put off is critical", async () => {
    const setting = await auditedProject(db);
    const { ctx, project } = setting;
    const untrusted = { trusted: false, trustError: "CERT_UNTRUSTED" } as const;
    await audit(setting, observedAt(healthyObservation({ tls: untrusted }), 0));
    await db.update(risks).set({ severity: "high" }).where(eq(risks.projectId, project.id));
    const expiresAt = later(ctx, 60).now.toISOString();
    const putOff = { project: project.slug, number: 1, treatment: "accept" as const, reason: "A demo.", expiresAt };
    expect(await decideRisk({ ctx, input: putOff })).toMatchObject({ state: "decided" });
    expect(await topBlockers(ctx, project.slug)).toEqual([]);
    await audit(setting, observedAt(healthyObservation({ tls: untrusted }), 1));
    expect(await topBlockers(ctx, project.slug)).toMatchObject([{ number: 1, severity: "critical" }]);
    expect((await getRisk(ctx, project.slug, 1)).decision).toMatchObject({ isExpired: false, isInForce: false });
  });
});

describe("proposeDecision", () => {
  it("is for the team, and a founder has to answer what an engineer asks", async () => {
    const { founder, engineer, other, slug, risk, putOff } = await team("high");
    const proposal = await proposeDecision({ ctx: engineer, input: putOff });
    const input = { ...risk, decision: proposal.id };
    await expect(approveDecision({ ctx: engineer, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(approveDecision({ ctx: other, input })).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("founder"),
    });
    await approveDecision({ ctx: founder, input });
    expect(await topBlockers(founder, slug)).toEqual([]);
  });

  it("asked by somebody whose account is gone, takes a founder too", async () => {
    const { founder, engineer, other, slug, risk, putOff, engineerId } = await team("high");
    const proposal = await proposeDecision({ ctx: engineer, input: putOff });
    await db.update(decisions).set({ askedById: null }).where(eq(decisions.askedById, engineerId));
    const input = { ...risk, decision: proposal.id };
    await expect(approveDecision({ ctx: other, input })).rejects.toMatchObject({ code: "forbidden" });
    await approveDecision({ ctx: founder, input });
    expect(await topBlockers(founder, slug)).toEqual([]);
  });

  it("takes the place of what waits, as does a founder's word", async () => {
    const { founder, engineer, slug, putOff } = await team("high");
    const first = await proposeDecision({ ctx: engineer, input: putOff });
    const second = await proposeDecision({ ctx: engineer, input: { ...putOff, reason: "Now with a better reason." } });
    expect((await getRisk(founder, slug, 1)).proposal).toMatchObject({ id: second.id });
    await decideRisk({ ctx: founder, input: putOff });
    const { proposal, decision, decisions } = await getRisk(founder, slug, 1);
    expect({ proposal, decision: decision?.state }).toEqual({ proposal: null, decision: "decided" });
    expect(decisions.find(({ id }) => id === first.id)).toMatchObject({ state: "withdrawn" });
  });

  it("counts from when it was approved, not from when it was asked for", async () => {
    const { founder, engineer, slug, risk, putOff } = await team("high");
    await decideRisk({ ctx: founder, input: { ...risk, treatment: "fix_now", reason: "Before the launch." } });
    const proposal = await proposeDecision({ ctx: later(engineer, 1), input: putOff });
    await approveDecision({ ctx: later(founder, 2), input: { ...risk, decision: proposal.id } });
    expect((await getRisk(later(founder, 2), slug, 1)).decision).toMatchObject({ id: proposal.id, isInForce: true });
  });

  it("gives the risk's owner to the decision, another member if told, and nobody else", async () => {
    const { founder, engineer, engineerId, stranger, putOff } = await team();
    expect(await proposeDecision({ ctx: engineer, input: putOff })).toMatchObject({ ownerId: null });
    const owned = await proposeDecision({ ctx: engineer, input: { ...putOff, ownerId: engineerId } });
    expect(owned.ownerId).toBe(engineerId);
    const ownerId = stranger.actor.type === "user" ? stranger.actor.id : "";
    await expect(proposeDecision({ ctx: founder, input: { ...putOff, ownerId } })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("asks for an end that is near", async () => {
    const { engineer, putOff } = await team();
    await expect(proposeDecision({ ctx: engineer, input: { ...putOff, expiresAt: null } })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { expiresAt: [expect.any(String)] },
    });
  });

  it("is refused to a client, and hidden from strangers", async () => {
    const { client, stranger, putOff } = await team();
    await expect(proposeDecision({ ctx: client, input: putOff })).rejects.toMatchObject({ code: "forbidden" });
    await expect(proposeDecision({ ctx: stranger, input: putOff })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("approveDecision", () => {
  it("refuses what has ended in the meantime, and what is settled", async () => {
    const { founder, engineer, risk, putOff, setting } = await team();
    const { id } = await proposeDecision({ ctx: engineer, input: putOff });
    const input = { ...risk, decision: id };
    await expect(approveDecision({ ctx: later(founder, 31), input })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { expiresAt: [expect.any(String)] },
    });
    await db.update(risks).set({ state: "closed" }).where(eq(risks.projectId, setting.project.id));
    await expect(approveDecision({ ctx: founder, input })).rejects.toMatchObject({ code: "conflict" });
    expect(await getRisk(founder, risk.project, 1)).toMatchObject({ proposal: null, decisions: [{ id }] });
  });

  it("is done once, however many press at the same moment", async () => {
    const { founder, engineer, other, risk, putOff, setting } = await team();
    const { id } = await decideRisk({ ctx: founder, input: putOff });
    const input = { ...risk, decision: id };
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const holder = db.transaction(async (tx) => {
      await lockProject(tx, setting.project.id);
      held.resolve();
      await release.promise;
    });
    await held.promise;
    const race = Promise.allSettled([engineer, other].map((ctx) => approveDecision({ ctx, input })));
    await whenBlocked(sql, 2);
    release.resolve();
    await holder;
    const outcomes = await race;
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find(({ status }) => status === "rejected");
    expect(lost).toMatchObject({ reason: { code: "conflict" } });
    expect((await actions(setting)).filter((one) => one === "risk.decided")).toHaveLength(1);
  });

  it("still stands by two after both have left", async () => {
    const { founder, engineer, engineerId, slug, risk, putOff, setting } = await team();
    const { id } = await decideRisk({ ctx: founder, input: putOff });
    await approveDecision({ ctx: engineer, input: { ...risk, decision: id } });
    const successor = await makeMember(db, setting.project, "founder");
    const gone = [engineerId, setting.user.id];
    for (const userId of gone) {
      await db.delete(memberships).where(eq(memberships.userId, userId));
      await db.delete(users).where(eq(users.id, userId));
    }
    const ctx = { ...successor.ctx, now: founder.now };
    expect((await getRisk(ctx, slug, 1)).decision).toMatchObject({
      askedBy: null,
      decider: null,
      isByTwo: true,
      isInForce: true,
    });
    expect(await topBlockers(ctx, slug)).toEqual([]);
  });

  it("takes a founder once the founder who asked is one no more", async () => {
    const { founder, engineer, risk, putOff, setting } = await team();
    const { id } = await decideRisk({ ctx: founder, input: putOff });
    await db.update(memberships).set({ role: "engineer" }).where(eq(memberships.userId, setting.user.id));
    await expect(approveDecision({ ctx: engineer, input: { ...risk, decision: id } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is a person's to do, refused to a client and hidden from strangers", async () => {
    const { founder, client, stranger, risk, putOff } = await team();
    const { id } = await decideRisk({ ctx: founder, input: putOff });
    const input = { ...risk, decision: id };
    await expect(approveDecision({ ctx: systemCtx(db, founder.now), input })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(approveDecision({ ctx: client, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(approveDecision({ ctx: stranger, input })).rejects.toMatchObject({ code: "not_found" });
    for (const decision of ["nonsense", crypto.randomUUID()]) {
      await expect(approveDecision({ ctx: founder, input: { ...risk, decision } })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });
});

describe("declineDecision", () => {
  it("is the second person's no, with the reason, and leaves what was decided before in force", async () => {
    const { founder, engineer, slug, risk, putOff, setting } = await team("high");
    await decideRisk({ ctx: founder, input: putOff });
    const { id } = await proposeDecision({ ctx: engineer, input: { ...putOff, treatment: "accept" } });
    const input = { ...risk, decision: id, reason: "Not for ever." };
    await expect(declineDecision({ ctx: engineer, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(declineDecision({ ctx: founder, input: { ...input, reason: "" } })).rejects.toMatchObject({
      code: "invalid",
    });
    await declineDecision({ ctx: founder, input });
    expect(await newest(founder, slug)).toMatchObject({ state: "declined", declineReason: "Not for ever." });
    expect((await getRisk(founder, slug, 1)).decision).toMatchObject({ treatment: "defer", isInForce: true });
    expect(await lastActivity(db, setting.project.id)).toMatchObject({
      action: "risk.decision_declined",
      details: { why: "Not for ever." },
    });
    await expect(declineDecision({ ctx: founder, input })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is refused to a client and hidden from strangers", async () => {
    const { founder, client, stranger, risk, putOff } = await team();
    const { id } = await decideRisk({ ctx: founder, input: putOff });
    const input = { ...risk, decision: id, reason: "No." };
    await expect(declineDecision({ ctx: client, input: { ...input, reason: "Rather not." } })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(declineDecision({ ctx: stranger, input: { ...input, reason: "Rather not." } })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("withdrawDecision", () => {
  it("is for whoever asked, and for founders", async () => {
    const { founder, engineer, other, slug, risk, putOff, setting } = await team();
    const first = await proposeDecision({ ctx: engineer, input: putOff });
    const input = { ...risk, decision: first.id };
    await expect(withdrawDecision({ ctx: other, input })).rejects.toMatchObject({ code: "forbidden" });
    await withdrawDecision({ ctx: engineer, input });
    expect(await newest(founder, slug)).toMatchObject({ state: "withdrawn" });
    const second = await proposeDecision({ ctx: engineer, input: putOff });
    await withdrawDecision({ ctx: founder, input: { ...risk, decision: second.id, reason: "It is fixed." } });
    expect(await lastActivity(db, setting.project.id)).toMatchObject({
      action: "risk.decision_withdrawn",
      details: { why: "It is fixed." },
    });
    await expect(approveDecision({ ctx: founder, input: { ...risk, decision: second.id } })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is refused to a client and hidden from strangers", async () => {
    const { founder, client, stranger, risk, putOff } = await team();
    const { id } = await decideRisk({ ctx: founder, input: putOff });
    const input = { ...risk, decision: id };
    await expect(withdrawDecision({ ctx: client, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdrawDecision({ ctx: stranger, input })).rejects.toMatchObject({ code: "not_found" });
  });
});
