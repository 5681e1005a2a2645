import { z } from "zod";
import { getDrift } from "#db/queries/get-drift.ts";
import { getRun } from "#db/queries/get-run.ts";
import { listRuns } from "#db/queries/list-runs.ts";
import { cancelRun } from "#lib/runs/cancel-run.ts";
import { replayRun } from "#lib/runs/replay-run.ts";
import { startRun, startRunInput } from "#lib/runs/start-run.ts";
import { operation } from "../operation.ts";
import { runEvents } from "../run-events.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { drift } from "../schemas/domain.ts";
import { result, run, runSummary } from "../schemas/run.ts";

const runParams = projectParams.extend({ run: z.coerce.number().int().positive() });

export const runOperations = [
  operation({
    id: "listRuns",
    method: "GET",
    path: "/projects/{project}/runs",
    tag: "Runs",
    summary: "The project's runs, newest first",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: listOf(runSummary),
    handle: async ({ ctx, params }) => ({ items: await listRuns(ctx, params.project) }),
  }),
  operation({
    id: "startRun",
    method: "POST",
    path: "/projects/{project}/runs",
    tag: "Runs",
    summary: "Start an audit of all targets; it goes on in the background",
    access: "run.start",
    params: projectParams,
    body: startRunInput.omit({ project: true, reason: true }),
    status: 202,
    response: run,
    handle: async ({ ctx, params, body }) => {
      const started = await startRun({ ctx, input: { ...body, ...params, reason: "api" } });
      return getRun(ctx, params.project, started.number);
    },
  }),
  operation({
    id: "getRun",
    method: "GET",
    path: "/projects/{project}/runs/{run}",
    tag: "Runs",
    summary: "A run with the results it has so far",
    access: "project.read",
    params: runParams,
    status: 200,
    response: run,
    handle: ({ ctx, params }) => getRun(ctx, params.project, params.run),
  }),
  operation({
    id: "listResults",
    method: "GET",
    path: "/projects/{project}/runs/{run}/results",
    tag: "Runs",
    summary: "The results of a run, with their evidence",
    access: "project.read",
    params: runParams,
    status: 200,
    response: listOf(result),
    handle: async ({ ctx, params }) => ({ items: (await getRun(ctx, params.project, params.run)).results }),
  }),
  operation({
    id: "followRun",
    method: "GET",
    path: "/projects/{project}/runs/{run}/events",
    tag: "Runs",
    summary: "Server-sent events: the run each time that something in it changes, until it ends",
    access: "project.read",
    params: runParams,
    status: 200,
    response: null,
    produces: "text/event-stream",
    handle: ({ ctx, params, request }) => runEvents(ctx, params, request.signal),
  }),
  operation({
    id: "cancelRun",
    method: "POST",
    path: "/projects/{project}/runs/{run}/cancel",
    tag: "Runs",
    summary: "Stop a run; what it has found so far stays",
    access: "run.cancel",
    params: runParams,
    status: 202,
    response: run,
    handle: async ({ ctx, params }) => {
      await cancelRun({ ctx, input: { project: params.project, number: params.run } });
      return getRun(ctx, params.project, params.run);
    },
  }),
  operation({
    id: "getDrift",
    method: "GET",
    path: "/projects/{project}/runs/{run}/drift",
    tag: "Runs",
    summary: "What changed since the last finished run before it that looked at the same, host by host",
    access: "project.read",
    params: runParams,
    status: 200,
    response: drift,
    handle: async ({ ctx, params }) =>
      (await getDrift(ctx, params.project, params.run)) ?? { run: params.run, before: null, hosts: [] },
  }),
  operation({
    id: "replayRun",
    method: "GET",
    path: "/projects/{project}/runs/{run}/replay",
    tag: "Runs",
    summary:
      "Judge the stored observations again, without traffic, and say whether the results are the same byte for byte",
    access: "project.read",
    params: runParams,
    status: 200,
    response: z.looseObject({ identical: z.boolean() }),
    handle: ({ ctx, params }) => replayRun({ ctx, input: { project: params.project, number: params.run } }),
  }),
];
