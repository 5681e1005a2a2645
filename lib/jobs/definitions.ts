import { z } from "zod";

/** The hard end of one run, all its targets together. */
export const AUDIT_BUDGET_SECONDS = 300;
/** Some sixty links, four at a time, twenty seconds at most for each. */
const LINKS_BUDGET_SECONDS = 300;
const RENDER_BUDGET_SECONDS = 120;
/** One host, for somebody without an account. */
export const CHECK_BUDGET_SECONDS = 60;

/** Past its budget a job has hung: pg-boss takes it away after this much more. */
const GRACE_SECONDS = 60;

const RETRIES = { retryLimit: 3, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 } as const;

/** Every job, by queue: what it is given, and how long it may be silent and take. A job's id is that of its run, pack or check. */
export const JOBS = {
  "audit-run": {
    payload: z.object({ projectId: z.uuid(), runId: z.uuid() }),
    queue: { ...RETRIES, heartbeatSeconds: 30, expireInSeconds: AUDIT_BUDGET_SECONDS + GRACE_SECONDS },
  },
  "render-pack": {
    payload: z.object({ projectId: z.uuid(), packId: z.uuid() }),
    queue: { ...RETRIES, heartbeatSeconds: 30, expireInSeconds: RENDER_BUDGET_SECONDS + GRACE_SECONDS },
  },
  "check-domain": {
    payload: z.object({ domainCheckId: z.uuid() }),
    queue: { ...RETRIES, heartbeatSeconds: 30, expireInSeconds: CHECK_BUDGET_SECONDS + GRACE_SECONDS },
  },
  "check-links": {
    payload: z.object({ projectId: z.uuid(), onlyDue: z.boolean() }),
    queue: { ...RETRIES, heartbeatSeconds: 30, expireInSeconds: LINKS_BUDGET_SECONDS + GRACE_SECONDS },
  },
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]["payload"]>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];

/** Where a job goes whose retries are used up. */
export function deadLetterOf(name: JobName): string {
  return `${name}-dead`;
}
