import { type Job, PgBoss } from "pg-boss";
import { connect } from "#db/client.ts";
import { WORKER_APPLICATION } from "#db/queries/get-health.ts";
import type { EgressConfig } from "#lib/probes/config.ts";
import { deadLetterOf, JOB_NAMES, JOBS, type JobName, type JobPayload } from "./definitions.ts";
import { auditRun } from "./handlers/audit-run.ts";
import { checkDomain } from "./handlers/check-domain.ts";
import { checkLinks } from "./handlers/check-links.ts";
import { giveUp } from "./handlers/give-up.ts";
import type { JobTools } from "./handlers/job-context.ts";
import { renderPack } from "./handlers/render-pack.ts";
import { createQueues, type QueueOverrides } from "./install-queues.ts";
import { sweep } from "./sweep.ts";

type WorkerOptions = {
  url: string;
  egress: EgressConfig;
  /** Ends a start that is still waiting for the database. */
  signal?: AbortSignal | undefined;
  now?: (() => Date) | undefined;
  /** Told of what the worker survives: a lost connection, a job that threw. */
  onError?: ((error: unknown) => void) | undefined;
  /** Jobs of each kind at once. */
  concurrency?: number | undefined;
  queues?: QueueOverrides | undefined;
  /** How often it looks for jobs whose worker has died. */
  superviseSeconds?: number | undefined;
};

export type RunningWorker = {
  /** Takes no new job, lets those in hand go on for a while, then aborts them for another worker to take. */
  stop(patienceMs?: number): Promise<void>;
};

type Handlers = { [N in JobName]: (payload: JobPayload<N>, tools: JobTools) => Promise<void> };
const HANDLERS: Handlers = {
  "audit-run": auditRun,
  "render-pack": renderPack,
  "check-domain": checkDomain,
  "check-links": checkLinks,
};

const STOP_PATIENCE_MS = 25_000;
const SWEEP_MS = 60_000;
/** New jobs announce themselves; those to be tried again do not, and are found by looking. */
const POLLING = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };

/** Works off the queues until stopped. A database that is away, at the start or later, is waited for. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { url, egress, now = () => new Date(), onError = () => {}, concurrency = 2, superviseSeconds = 10 } = options;
  const { db, close } = connect(url);
  const boss = new PgBoss({
    connectionString: url,
    application_name: WORKER_APPLICATION,
    max: 4,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on("error", onError);
  boss.on("warning", ({ message }) => onError(new Error(message.replace(/, up to \d+ more times/, ""))));
  const abandon = () => void boss.stop({ graceful: false }).catch(onError);
  options.signal?.addEventListener("abort", abandon, { once: true });
  await boss.start({ attempts: Number.MAX_SAFE_INTEGER });
  options.signal?.removeEventListener("abort", abandon);
  await createQueues(boss, options.queues);

  async function work<N extends JobName>(name: N): Promise<void> {
    const read = (job: Job<object>) => JOBS[name].payload.parse(job.data) as JobPayload<N>;
    await boss.work<object>(name, { localConcurrency: concurrency, ...POLLING }, async ([job]) => {
      if (!job) return;
      await HANDLERS[name](read(job), { db, egress, now, signal: job.signal }).catch((error: unknown) => {
        onError(error);
        throw error;
      });
    });
    await boss.work<object>(deadLetterOf(name), POLLING, async ([job]) => {
      if (job) await giveUp[name](read(job), { db, now });
    });
  }
  for (const name of JOB_NAMES) await work(name);

  const tidy = () => void sweep({ db, now }).catch(onError);
  const sweeping = setInterval(tidy, SWEEP_MS);
  tidy();
  return {
    async stop(patienceMs = STOP_PATIENCE_MS) {
      clearInterval(sweeping);
      await boss.stop({ graceful: true, timeout: patienceMs });
      await close();
    },
  };
}
