import { z } from "zod";
import { getBoard } from "#db/queries/get-board.ts";
import { addTarget, addTargetInput } from "#lib/targets/add-target.ts";
import { removeTarget } from "#lib/targets/remove-target.ts";
import { updateTarget, updateTargetInput } from "#lib/targets/update-target.ts";
import { operation } from "../operation.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { target } from "../schemas/project.ts";

const targetParams = projectParams.extend({ target: z.string() });

export const targetOperations = [
  operation({
    id: "listTargets",
    method: "GET",
    path: "/projects/{project}/targets",
    tag: "Targets",
    summary: "What is audited",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: listOf(target),
    handle: async ({ ctx, params }) => ({ items: (await getBoard(ctx, params.project)).targets }),
  }),
  operation({
    id: "addTarget",
    method: "POST",
    path: "/projects/{project}/targets",
    tag: "Targets",
    summary: "Add an address to audit",
    access: "target.manage",
    params: projectParams,
    body: addTargetInput.omit({ project: true }),
    status: 201,
    response: listOf(target),
    handle: async ({ ctx, params, body }) => {
      await addTarget({ ctx, input: { ...body, ...params } });
      return { items: (await getBoard(ctx, params.project)).targets };
    },
  }),
  operation({
    id: "updateTarget",
    method: "PATCH",
    path: "/projects/{project}/targets/{target}",
    tag: "Targets",
    summary: "Say what a host is, where its name must lead, and what stands behind it",
    access: "target.manage",
    params: targetParams,
    body: updateTargetInput.omit({ project: true, target: true }),
    status: 200,
    response: listOf(target),
    handle: async ({ ctx, params, body }) => {
      await updateTarget({ ctx, input: { ...body, ...params } });
      return { items: (await getBoard(ctx, params.project)).targets };
    },
  }),
  operation({
    id: "removeTarget",
    method: "DELETE",
    path: "/projects/{project}/targets/{target}",
    tag: "Targets",
    summary: "Stop auditing an address",
    access: "target.manage",
    params: targetParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => removeTarget({ ctx, input: params }),
  }),
];
