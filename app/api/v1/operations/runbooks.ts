import { z } from "zod";
import { getRunbook } from "#db/queries/get-runbook.ts";
import { listRunbooks } from "#db/queries/list-runbooks.ts";
import { archiveRunbook } from "#lib/runbooks/archive-runbook.ts";
import { createRunbook, createRunbookInput } from "#lib/runbooks/create-runbook.ts";
import { recordRehearsal, recordRehearsalInput } from "#lib/runbooks/record-rehearsal.ts";
import { removeRehearsal } from "#lib/runbooks/remove-rehearsal.ts";
import { updateRunbook, updateRunbookInput } from "#lib/runbooks/update-runbook.ts";
import { operation } from "../operation.ts";
import { projectParams } from "../schemas/common.ts";
import { runbook, runbooks } from "../schemas/runbook.ts";

const RUNBOOKS = "/projects/{project}/runbooks";
const ONE = `${RUNBOOKS}/{runbook}`;
const runbookParams = projectParams.extend({ runbook: z.string() });

export const runbookOperations = [
  operation({
    id: "listRunbooks",
    method: "GET",
    path: RUNBOOKS,
    tag: "Runbooks",
    summary: "The runbooks with who can do them and when they were last gone through, and which are missing",
    access: "record.read",
    params: projectParams,
    status: 200,
    response: runbooks,
    handle: ({ ctx, params }) => listRunbooks(ctx, params.project),
  }),
  operation({
    id: "createRunbook",
    method: "POST",
    path: RUNBOOKS,
    tag: "Runbooks",
    summary: "Begin a runbook from the template of its platform, or with steps of your own",
    access: "record.write",
    params: projectParams,
    body: createRunbookInput.omit({ project: true }),
    status: 201,
    response: runbook,
    handle: async ({ ctx, params, body }) => {
      const { id } = await createRunbook({ ctx, input: { ...body, ...params } });
      return getRunbook(ctx, params.project, id);
    },
  }),
  operation({
    id: "getRunbook",
    method: "GET",
    path: ONE,
    tag: "Runbooks",
    summary: "One runbook: its steps with who has done each, every run of it, and its history",
    access: "record.read",
    params: runbookParams,
    status: 200,
    response: runbook,
    handle: ({ ctx, params }) => getRunbook(ctx, params.project, params.runbook),
  }),
  operation({
    id: "updateRunbook",
    method: "PATCH",
    path: ONE,
    tag: "Runbooks",
    summary: "Change the title or all steps; a step that reads differently has been done by nobody yet",
    access: "record.write",
    params: runbookParams,
    body: updateRunbookInput.omit({ project: true, runbook: true }),
    status: 200,
    response: runbook,
    handle: async ({ ctx, params, body }) => {
      await updateRunbook({ ctx, input: { ...body, ...params } });
      return getRunbook(ctx, params.project, params.runbook);
    },
  }),
  operation({
    id: "archiveRunbook",
    method: "DELETE",
    path: ONE,
    tag: "Runbooks",
    summary: "Take a runbook out of use",
    access: "record.write",
    params: runbookParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => archiveRunbook({ ctx, input: params }),
  }),
  operation({
    id: "recordRehearsal",
    method: "POST",
    path: `${ONE}/rehearsals`,
    tag: "Runbooks",
    summary: "Say that a person went through the runbook, dry or for real, and which steps worked",
    access: "record.write",
    params: runbookParams,
    body: recordRehearsalInput.omit({ project: true, runbook: true }),
    status: 201,
    response: runbook,
    handle: async ({ ctx, params, body }) => {
      await recordRehearsal({ ctx, input: { ...body, ...params } });
      return getRunbook(ctx, params.project, params.runbook);
    },
  }),
  operation({
    id: "removeRehearsal",
    method: "DELETE",
    path: `${ONE}/rehearsals/{rehearsal}`,
    tag: "Runbooks",
    summary: "Take back a run that was recorded by mistake",
    access: "record.write",
    params: runbookParams.extend({ rehearsal: z.string() }),
    status: 204,
    response: null,
    handle: ({ ctx, params }) => removeRehearsal({ ctx, input: params }),
  }),
];
