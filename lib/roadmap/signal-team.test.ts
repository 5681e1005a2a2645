import { describe, expect, it } from "vitest";
import type { SignalId } from "./ids.ts";
import { NO_RECORDS, type Records } from "./records/types.ts";
import type { SignalFacts } from "./signal-evidence.ts";
import { fromTeam } from "./signal-team.ts";
import { NOW, sampleChecks } from "./testing/samples.ts";
import { NO_FACTS, SOUND_FACTS, SOUND_RECORDS, sampleProvider, sampleRunbook } from "./testing/signal-facts.ts";

function read(id: SignalId, facts: Partial<SignalFacts>) {
  return fromTeam(id, {
    derived: sampleChecks("verified"),
    results: [],
    facts: { ...SOUND_FACTS, ...facts },
    now: NOW,
  });
}

const records = (change: Partial<Records>): Partial<SignalFacts> => ({ records: { ...SOUND_RECORDS, ...change } });
const MIRA_ALONE = sampleRunbook({ rehearsals: sampleRunbook().rehearsals.slice(0, 1) });

describe("what the team wrote down", () => {
  it("has no say in other signals", () => {
    expect(read("mail-fails", {})).toBeNull();
  });

  it("keeps all three quiet with two people for everything", () => {
    expect(read("single-person-steps", {})).toMatchObject({
      state: "quiet",
      why: "Two people or more have done each of the two steps in one runbook, the last time on 3 March 2026.",
    });
    expect(read("bus-factor-one", {})?.state).toBe("quiet");
    expect(read("ownership-unclear", {})?.state).toBe("quiet");
  });

  it("leaves all three unknown while nothing is written down", () => {
    const ids: SignalId[] = ["single-person-steps", "bus-factor-one", "ownership-unclear"];
    for (const id of ids) expect(read(id, NO_FACTS)?.state).toBe("unknown");
  });
});

describe("single-person-steps", () => {
  it("names the step, the runbook and the one person", () => {
    expect(read("single-person-steps", records({ runbooks: [MIRA_ALONE] }))).toEqual({
      state: "lit",
      why: "Step 1 of “Deploy a version”: only Mira has done it; one more step of the kind.",
      place: { kind: "runbook", id: "runbook" },
    });
  });

  it("counts a runbook that nobody has tried, and does not take an empty one for done", () => {
    const untried = sampleRunbook({ rehearsals: [] });
    expect(read("single-person-steps", records({ runbooks: [untried] }))?.why).toContain("nobody has done it yet");
    const empty = sampleRunbook({ steps: [] });
    expect(read("single-person-steps", records({ runbooks: [empty] }))?.state).toBe("unknown");
  });
});

describe("bus-factor-one", () => {
  it.each([
    [["Mira"], "Only Mira may change anything in this project."],
    [[], "Nobody may change anything in this project."],
  ])("is lit by %j", (peopleWhoCanAct, why) => {
    expect(read("bus-factor-one", { peopleWhoCanAct })).toMatchObject({ state: "lit", why });
  });

  it("is lit by a critical provider with one current owner, as those who left count no more", () => {
    expect(read("bus-factor-one", records({ memberIds: ["mira"] }))?.why).toBe(
      "Registrar has one current owner only, Mira; four more providers of the kind.",
    );
    const monitoring = sampleProvider({ kind: "monitoring", owners: [] });
    const providers = [...SOUND_RECORDS.providers, monitoring];
    expect(read("bus-factor-one", records({ providers }))?.state).toBe("quiet");
  });

  it("is lit by a runbook that one person knows", () => {
    expect(read("bus-factor-one", records({ runbooks: [MIRA_ALONE] }))?.why).toBe(
      "The runbook “Deploy a version”: only Mira has done all of it.",
    );
  });

  it("is unknown while a critical provider is not written down", () => {
    const providers = SOUND_RECORDS.providers.filter(({ kind }) => kind !== "email");
    expect(read("bus-factor-one", records({ providers }))).toMatchObject({
      state: "unknown",
      why: "Not known: nobody has written down who owns E-mail.",
    });
  });
});

describe("ownership-unclear", () => {
  it("names the worst blocker without an owner", () => {
    const unownedBlockers = [
      { number: 3, title: "No HSTS." },
      { number: 5, title: "Old TLS." },
    ];
    expect(read("ownership-unclear", { unownedBlockers })).toEqual({
      state: "lit",
      why: "Risk 3, No HSTS, blocks the launch and has no owner; one more blocker of the kind.",
      place: { kind: "risk", number: 3 },
    });
  });

  it("is lit by a row without an owner, of whichever kind", () => {
    const providers = [...SOUND_RECORDS.providers, sampleProvider({ kind: "secrets", provider: "Vault", owners: [] })];
    expect(read("ownership-unclear", records({ providers }))?.why).toBe("Secrets (Vault) has no current owner.");
  });

  it("is lit by a provider that the audits saw as another", () => {
    const evidence = "NS ns1.example.net";
    const observed = [{ kind: "dns" as const, provider: "Gandi", evidence, observedAt: NOW.toISOString() }];
    expect(read("ownership-unclear", records({ observed }))?.why).toBe(
      "DNS is said to be Cloudflare, but NS ns1.example.net is of Gandi.",
    );
  });

  it("is unknown while no audit has lately looked at the name servers", () => {
    for (const status of ["unknown", "stale"] as const) {
      const derived = sampleChecks("verified", { "dns-status": status });
      const reading = fromTeam("ownership-unclear", { derived, results: [], facts: SOUND_FACTS, now: NOW });
      expect(reading).toMatchObject({ state: "unknown", place: { kind: "page", page: "audits" } });
    }
  });

  it("is lit by a link that nobody owns", () => {
    const link = { kind: "logs" as const, title: "Logs", url: "https://logs.example/", owner: null, check: null };
    expect(read("ownership-unclear", records({ links: [link] }))?.why).toBe("The link “Logs” has no owner.");
    expect(read("ownership-unclear", { records: { ...NO_RECORDS, links: [link] } })?.state).toBe("lit");
  });
});
