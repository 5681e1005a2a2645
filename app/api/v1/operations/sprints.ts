import { z } from "zod";
import { getSprint } from "#db/queries/get-sprint.ts";
import type { Ctx } from "#lib/ctx.ts";
import { finishSprint } from "#lib/sprints/finish-sprint.ts";
import { pauseSprint } from "#lib/sprints/pause-sprint.ts";
import { resumeSprint } from "#lib/sprints/resume-sprint.ts";
import { startSprint, startSprintInput } from "#lib/sprints/start-sprint.ts";
import { operation } from "../operation.ts";
import { projectParams } from "../schemas/common.ts";
import { sprint } from "../schemas/sprint.ts";

const SPRINT = "/projects/{project}/sprint";

/** Does something with the sprint under way and answers with how it stands then. */
const change =
  (verb: (call: { ctx: Ctx; input: { project: string } }) => Promise<unknown>) =>
  async ({ ctx, params }: { ctx: Ctx; params: { project: string } }) => {
    await verb({ ctx, input: params });
    return getSprint(ctx, params.project);
  };

export const sprintOperations = [
  operation({
    id: "getSprint",
    method: "GET",
    path: SPRINT,
    tag: "Sprint",
    summary: "The sprint under way, or the one of that number: its clock, what it delivered, what slipped",
    access: "project.read",
    params: projectParams,
    query: z.object({ number: z.coerce.number().int().positive().optional() }),
    status: 200,
    response: sprint,
    handle: ({ ctx, params, query }) => getSprint(ctx, params.project, query.number),
  }),
  operation({
    id: "startSprint",
    method: "POST",
    path: SPRINT,
    tag: "Sprint",
    summary: "Start a sprint: the clock runs, and how the board stands is kept to compare with",
    access: "sprint.manage",
    params: projectParams,
    body: startSprintInput.omit({ project: true }),
    status: 201,
    response: sprint,
    handle: async ({ ctx, params, body }) => {
      await startSprint({ ctx, input: { ...body, ...params } });
      return getSprint(ctx, params.project);
    },
  }),
  operation({
    id: "pauseSprint",
    method: "POST",
    path: `${SPRINT}/pause`,
    tag: "Sprint",
    summary: "Stop the sprint's clock",
    access: "sprint.manage",
    params: projectParams,
    status: 200,
    response: sprint,
    handle: change(pauseSprint),
  }),
  operation({
    id: "resumeSprint",
    method: "POST",
    path: `${SPRINT}/resume`,
    tag: "Sprint",
    summary: "Let the sprint's clock go on",
    access: "sprint.manage",
    params: projectParams,
    status: 200,
    response: sprint,
    handle: change(resumeSprint),
  }),
  operation({
    id: "finishSprint",
    method: "POST",
    path: `${SPRINT}/finish`,
    tag: "Sprint",
    summary: "Finish the sprint for good, and keep what it delivered",
    access: "sprint.manage",
    params: projectParams,
    status: 200,
    response: sprint,
    handle: async ({ ctx, params }) => {
      const { number } = await finishSprint({ ctx, input: params });
      return getSprint(ctx, params.project, number);
    },
  }),
];
