import type { CheckId } from "../ids.ts";
import type { Decision } from "../status.ts";
import { handoverReview } from "./links.ts";
import { backupAccess } from "./owners.ts";
import { environmentRunbook } from "./runbook-reading.ts";
import type { Records } from "./types.ts";

type Reading = (records: Records, now: Date) => Decision | null;

/** The checks that the team's own records show, each with the function that reads them. */
const READINGS: Partial<Record<CheckId, Reading>> = {
  "environment-runbook": environmentRunbook,
  "backup-access": backupAccess,
  "handover-review": handoverReview,
};

/** What the records say of a check; null where nothing is written down, or another thing shows it. */
export function fromRecords(id: CheckId, records: Records, now: Date): Decision | null {
  return READINGS[id]?.(records, now) ?? null;
}
