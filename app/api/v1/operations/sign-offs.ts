import { z } from "zod";
import { listSignOffs } from "#db/queries/list-sign-offs.ts";
import { signOffPack, signOffPackInput } from "#lib/sign-offs/sign-off-pack.ts";
import { operation } from "../operation.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { signOff } from "../schemas/share.ts";

export const signOffOperations = [
  operation({
    id: "listSignOffs",
    method: "GET",
    path: "/projects/{project}/sign-offs",
    tag: "Packs",
    summary: "Who signed off which version, newest first",
    access: "pack.read",
    params: projectParams,
    status: 200,
    response: listOf(signOff),
    handle: async ({ ctx, params }) => ({ items: await listSignOffs(ctx, params.project) }),
  }),
  operation({
    id: "signOffPack",
    method: "POST",
    path: "/projects/{project}/packs/{version}/sign-offs",
    tag: "Packs",
    summary: "Sign a version off in one's own name; doing it twice is doing it once",
    access: "pack.sign_off",
    params: projectParams.extend({ version: z.coerce.number().int().positive() }),
    body: signOffPackInput.omit({ project: true, version: true }),
    status: 201,
    response: signOff,
    handle: async ({ ctx, params, body }) => {
      const { id } = await signOffPack({ ctx, input: { ...body, ...params } });
      return (await listSignOffs(ctx, params.project)).find((one) => one.id === id);
    },
  }),
];
