import { z } from "zod";
import { listSavedViews } from "#db/queries/list-saved-views.ts";
import type { SavedViewView } from "#db/queries/register-views.ts";
import { deleteView } from "#lib/saved-views/delete-view.ts";
import { saveView, saveViewInput } from "#lib/saved-views/save-view.ts";
import { operation } from "../operation.ts";
import { listOf, moment, person, projectParams } from "../schemas/common.ts";

const PATH = "/projects/{project}/views";

const savedView = z.object({
  id: z.string(),
  name: z.string(),
  search: z.string(),
  createdBy: person.nullable(),
  createdAt: moment,
}) satisfies z.ZodType<SavedViewView>;

export const savedViewOperations = [
  operation({
    id: "listSavedViews",
    method: "GET",
    path: PATH,
    tag: "Risks",
    summary: "Filters of the register that the team gave a name",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: listOf(savedView),
    handle: async ({ ctx, params }) => ({ items: await listSavedViews(ctx, params.project) }),
  }),
  operation({
    id: "saveView",
    method: "POST",
    path: PATH,
    tag: "Risks",
    summary: "Give a filter of the register a name; the same name again takes the new filter",
    access: "view.manage",
    params: projectParams,
    body: saveViewInput.pick({ name: true, search: true }),
    status: 200,
    response: listOf(savedView),
    handle: async ({ ctx, params, body }) => {
      await saveView({ ctx, input: { ...body, ...params } });
      return { items: await listSavedViews(ctx, params.project) };
    },
  }),
  operation({
    id: "deleteView",
    method: "DELETE",
    path: `${PATH}/{view}`,
    tag: "Risks",
    summary: "Delete a view",
    access: "view.manage",
    params: projectParams.extend({ view: z.string() }),
    status: 204,
    response: null,
    handle: ({ ctx, params }) => deleteView({ ctx, input: params }),
  }),
];
