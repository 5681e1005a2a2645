import { z } from "zod";
import { LINK_KINDS, PROVIDER_KINDS } from "#lib/roadmap/records/types.ts";
import { moment, person } from "./common.ts";

export const providerKind = z.enum(PROVIDER_KINDS);

const linkCheck = z.object({
  state: z.enum(["reachable", "broken", "unreachable", "not_checked"]),
  /** Of the last answer. */
  status: z.number().nullable(),
  reason: z.string(),
  at: moment,
});

const observed = z.object({
  kind: providerKind,
  provider: z.string(),
  /** The record that shows it. */
  evidence: z.string(),
  observedAt: moment,
});

const provider = z.object({
  provider: z.string(),
  consoleUrl: z.string().nullable(),
  consoleCheck: linkCheck.nullable(),
  owners: z.array(
    z.object({
      /** Null for somebody outside the project. */
      userId: z.string().nullable(),
      name: z.string(),
      contact: z.string(),
      /** Was a member, and is none any more. */
      hasLeft: z.boolean(),
    }),
  ),
  /** How to get in when the usual way is down; never a secret itself. */
  breakGlass: z.string(),
  testedAt: moment.nullable(),
  testedBy: z.string().nullable(),
  updatedAt: moment,
});

const handoverLink = z.object({
  id: z.string(),
  kind: z.enum(LINK_KINDS),
  title: z.string(),
  url: z.string(),
  owner: person.nullable(),
  check: linkCheck.nullable(),
});

export const ownersView = z.object({
  rows: z.array(
    z.object({
      kind: providerKind,
      isCritical: z.boolean(),
      declared: provider.nullable(),
      observed: z.array(observed),
      comparison: z.enum(["same", "differs", "not_observed"]),
      wayIn: z.enum(["missing", "never", "stale", "fresh"]),
      /** What is still to be done about it. */
      missing: z.array(z.string()),
    }),
  ),
  links: z.array(handoverLink),
  missingLinks: z.array(z.enum(LINK_KINDS)),
  /** The check of the links that waits or is under way. */
  checking: z.object({ onlyDue: z.boolean(), done: z.number(), total: z.number() }).nullable(),
});
