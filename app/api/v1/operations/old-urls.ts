import { z } from "zod";
import { getOldUrls } from "#db/queries/get-old-urls.ts";
import { importOldUrls, importOldUrlsInput } from "#lib/old-urls/import-old-urls.ts";
import { removeOldUrls } from "#lib/old-urls/remove-old-urls.ts";
import { operation } from "../operation.ts";
import { projectParams } from "../schemas/common.ts";
import { oldUrls } from "../schemas/domain.ts";

const PATH = "/projects/{project}/old-urls";

export const oldUrlOperations = [
  operation({
    id: "getOldUrls",
    method: "GET",
    path: PATH,
    tag: "Old addresses",
    summary: "Addresses of an older site, where each must lead, and where the newest run saw it lead",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: oldUrls,
    handle: ({ ctx, params }) => getOldUrls(ctx, params.project),
  }),
  operation({
    id: "importOldUrls",
    method: "POST",
    path: PATH,
    tag: "Old addresses",
    summary: "Take over a table (CSV) of old and new addresses, or add one to those that are there",
    access: "target.manage",
    params: projectParams,
    body: importOldUrlsInput.omit({ project: true }),
    status: 201,
    response: z.object({
      imported: z.number(),
      repeated: z.number(),
      skipped: z.array(z.object({ line: z.number(), message: z.string() })),
      total: z.number(),
    }),
    handle: ({ ctx, params, body }) => importOldUrls({ ctx, input: { ...body, ...params } }),
  }),
  operation({
    id: "removeOldUrls",
    method: "DELETE",
    path: PATH,
    tag: "Old addresses",
    summary: "Take all old addresses off the list",
    access: "target.manage",
    params: projectParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => removeOldUrls({ ctx, input: params }),
  }),
];
