import { getSchedule } from "#db/queries/get-schedule.ts";
import { setSchedule, setScheduleInput } from "#lib/schedules/set-schedule.ts";
import { operation } from "../operation.ts";
import { projectParams } from "../schemas/common.ts";
import { schedule } from "../schemas/domain.ts";

const PATH = "/projects/{project}/schedule";

export const scheduleOperations = [
  operation({
    id: "getSchedule",
    method: "GET",
    path: PATH,
    tag: "Runs",
    summary: "When audits start by themselves; null when never",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: schedule,
    handle: async ({ ctx, params }) => ({ schedule: await getSchedule(ctx, params.project) }),
  }),
  operation({
    id: "setSchedule",
    method: "PATCH",
    path: PATH,
    tag: "Runs",
    summary: "Say how often an audit starts by itself, or, with null, that none does",
    access: "schedule.manage",
    params: projectParams,
    body: setScheduleInput.omit({ project: true }),
    status: 200,
    response: schedule,
    handle: async ({ ctx, params, body }) => {
      await setSchedule({ ctx, input: { ...body, ...params } });
      return { schedule: await getSchedule(ctx, params.project) };
    },
  }),
];
