import { PgBoss, type QueueOptions } from "pg-boss";
import { deadLetterOf, JOB_NAMES, JOBS } from "./definitions.ts";

/** Tests make dead workers show sooner. */
export type QueueOverrides = Pick<QueueOptions, "heartbeatSeconds" | "retryDelay" | "retryLimit">;

/** Makes the queues, or brings them to what `JOBS` says. */
export async function createQueues(boss: PgBoss, overrides: QueueOverrides = {}): Promise<void> {
  for (const name of JOB_NAMES) {
    const dead = deadLetterOf(name);
    await boss.createQueue(dead, { notify: true });
    const options = { ...JOBS[name].queue, ...overrides, deadLetter: dead, notify: true };
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
}

/** Prepares a database for `enqueue`; part of migrating, so that the web server can start before any worker. */
export async function installQueues(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "launch-ready-migrate",
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", () => {});
  await boss.start();
  try {
    await createQueues(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}
