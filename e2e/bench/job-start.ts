import { setTimeout as wait } from "node:timers/promises";
import { connect } from "#db/client.ts";
import { getRun } from "#db/queries/get-run.ts";
import { makeProject, makeTarget } from "#db/testing/factories.ts";
import { restartablePostgres } from "#lib/jobs/testing/restartable-postgres.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { defaultEgressConfig } from "#lib/probes/config.ts";
import { startRun } from "#lib/runs/start-run.ts";

const ROUNDS = 100;

const postgres = await restartablePostgres();
const { db, close } = connect(postgres.url);
let onStart = () => {};
const worker = await startWorker({
  url: postgres.url,
  egress: defaultEgressConfig(),
  // The handler's first act is to ask for the time.
  now: () => {
    onStart();
    return new Date();
  },
});
const { project, ctx } = await makeProject(db);
// Its audit is refused at once, so that the worker is free again soon.
await makeTarget(db, project, { url: "http://127.0.0.1:1/" });

const whole: number[] = [];
const sinceCommit: number[] = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  const started = new Promise<number>((resolve) => {
    onStart = () => resolve(performance.now());
  });
  const askedAt = performance.now();
  await startRun({ ctx: { ...ctx, now: new Date() }, input: { project: project.slug } });
  const committedAt = performance.now();
  const startedAt = await started;
  whole.push(startedAt - askedAt);
  sinceCommit.push(Math.max(0, startedAt - committedAt));
  while ((await getRun(ctx, project.slug, round)).state !== "failed") await wait(5);
}

const share = (values: number[], part: number) =>
  (values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN).toFixed(1);
const line = (values: number[]) =>
  `median ${share(values, 0.5)} ms, p95 ${share(values, 0.95)} ms, max ${share(values, 1)} ms`;
process.stdout.write(
  `Start of a job, from its commit to its handler, ${ROUNDS} times\n  ${line(sinceCommit)} (goal: p95 ≤ 20 ms)\n  with the verb that asks for it: ${line(whole)}\n`,
);
await worker.stop();
await close();
await postgres.remove();
process.exit(0);
