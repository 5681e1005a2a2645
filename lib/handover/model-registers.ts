import { z } from "zod";
import { DELIVERABLE_IDS, SIGNAL_IDS, STAGE_IDS } from "#lib/roadmap/ids.ts";
import { LINK_KINDS, PLATFORMS, PROVIDER_KINDS, RUNBOOK_KINDS } from "#lib/roadmap/records/types.ts";
import { count, moment, text } from "./model-fields.ts";

/** The registers of a pack: who owns what, how things are done, and what there is to hand over. */

export const PAPERS = ["a4", "letter"] as const;
const LINK_STATES = ["reachable", "broken", "unreachable", "not_checked"] as const;

export const modelBranding = z.object({
  /** For whom the pack is made; empty when nobody is named. */
  clientName: text,
  /** `#rrggbb` as it was chosen; the pages darken it where text would be too faint. Null is the house's own. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullable(),
  paper: z.enum(PAPERS),
});

export const modelSignal = z.object({
  id: z.enum(SIGNAL_IDS),
  title: text,
  stage: z.enum(STAGE_IDS),
  state: z.enum(["lit", "quiet", "unknown"]),
  why: text,
});

export const modelDeliverable = z.object({
  id: z.enum(DELIVERABLE_IDS),
  title: text,
  stage: z.enum(STAGE_IDS),
  state: z.enum(["complete", "incomplete", "no_data"]),
  why: text,
});

export const modelProvider = z.object({
  kind: z.enum(PROVIDER_KINDS),
  /** As the team says; null when it says nothing. */
  provider: text.nullable(),
  link: text.nullable(),
  linkState: z.enum(LINK_STATES),
  owners: z.array(z.object({ name: text, contact: text })),
  /** The other way in, when the usual one is down. */
  breakGlass: text,
  testedAt: moment.nullable(),
  testedBy: text.nullable(),
  /** What the audits recognised, and by what. */
  observed: z.array(z.object({ provider: text, seenBy: text, observedAt: moment })),
});

export const modelRunbook = z.object({
  kind: z.enum(RUNBOOK_KINDS),
  platform: z.enum(PLATFORMS),
  title: text,
  updatedAt: moment,
  /** `people` have each done the step as it reads now. */
  steps: z.array(z.object({ text, command: text, people: z.array(text) })),
  /** Newest first. */
  rehearsals: z.array(z.object({ person: text, isDryRun: z.boolean(), steps: count, doneAt: moment })),
});

export const modelLink = z.object({
  kind: z.enum(LINK_KINDS),
  title: text,
  url: text,
  /** The same where it may be followed. */
  link: text.nullable(),
  owner: text.nullable(),
  state: z.enum(LINK_STATES),
  checkedAt: moment.nullable(),
});

export const modelSprint = z.object({
  number: count,
  goal: text,
  hours: count,
  startedAt: moment,
  finishedAt: moment.nullable(),
  readiness: z.object({ from: count.nullable(), to: count.nullable() }),
  gateHeld: z.object({ from: count, to: count }),
  /** Checks that hold since, and risks that blocked the launch and do so no more. */
  delivered: z.array(text),
  /** What still blocks of what blocked at its beginning. */
  slipped: z.array(text),
});

/** What somebody without an account, or a client, wrote under an earlier version. */
export const modelSignOff = z.object({
  version: count,
  /** A draft is received, and no more. */
  isDraft: z.boolean(),
  /** Of that version's PDF. */
  sha256: text,
  name: text,
  organisation: text,
  remark: text,
  signedAt: moment,
});

export type ProviderLine = z.infer<typeof modelProvider>;
export type RunbookLine = z.infer<typeof modelRunbook>;
