import { CRITICAL_KINDS } from "../records/owners-words.ts";
import { NO_RECORDS, type ProviderFact, type Records, type RunbookFact } from "../records/types.ts";
import type { SignalFacts } from "../signal-evidence.ts";
import { daysAgo } from "./samples.ts";

const MIRA = { userId: "mira", name: "Mira", contact: "" };
const JON = { userId: "jon", name: "Jon", contact: "" };

export function sampleProvider(overrides: Partial<ProviderFact> = {}): ProviderFact {
  return {
    kind: "dns",
    provider: "Cloudflare",
    consoleUrl: null,
    console: null,
    owners: [MIRA, JON],
    breakGlass: "The sealed envelope in the safe.",
    testedAt: daysAgo(10),
    testedBy: "Mira",
    ...overrides,
  };
}

export function sampleRunbook(overrides: Partial<RunbookFact> = {}): RunbookFact {
  const by = (person: string) => ({ person, isDryRun: true, stepIds: ["one", "two"], doneAt: daysAgo(7) });
  return {
    id: "runbook",
    kind: "deploy",
    platform: "vercel",
    title: "Deploy a version",
    steps: [
      { id: "one", text: "Open the console.", command: "" },
      { id: "two", text: "Press the button.", command: "" },
    ],
    updatedAt: daysAgo(20),
    rehearsals: [by("Mira"), by("Jon")],
    ...overrides,
  };
}

/** Two people for everything. */
export const SOUND_RECORDS: Records = {
  ...NO_RECORDS,
  providers: CRITICAL_KINDS.map((kind) => sampleProvider({ kind })),
  runbooks: [sampleRunbook()],
  memberIds: ["mira", "jon"],
};

/** Two people, and nothing written down. */
export const NO_FACTS: SignalFacts = {
  peopleWhoCanAct: ["Mira", "Jon"],
  unownedBlockers: [],
  records: NO_RECORDS,
  risks: [],
};
export const SOUND_FACTS: SignalFacts = { ...NO_FACTS, records: SOUND_RECORDS };
