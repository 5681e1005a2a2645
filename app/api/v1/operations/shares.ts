import { z } from "zod";
import { listShares } from "#db/queries/list-shares.ts";
import { createShare, createShareInput } from "#lib/shares/create-share.ts";
import { revokeShare } from "#lib/shares/revoke-share.ts";

import { operation } from "../operation.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { createdShare, share } from "../schemas/share.ts";

export const shareOperations = [
  operation({
    id: "listShares",
    method: "GET",
    path: "/projects/{project}/shares",
    tag: "Packs",
    summary: "Links for people without an account",
    access: "share.read",
    params: projectParams,
    status: 200,
    response: listOf(share),
    handle: async ({ ctx, params }) => ({ items: await listShares(ctx, params.project) }),
  }),
  operation({
    id: "createShare",
    method: "POST",
    path: "/projects/{project}/shares",
    tag: "Packs",
    summary: "Make a link to one version; its token, and a passphrase made for it, are shown this once",
    access: "share.manage",
    params: projectParams,
    body: createShareInput.omit({ project: true }),
    status: 201,
    response: createdShare,
    handle: async ({ ctx, params, body }) => {
      const made = await createShare({ ctx, input: { ...body, ...params } });
      return { ...made, expiresAt: made.expiresAt.toISOString() };
    },
  }),
  operation({
    id: "revokeShare",
    method: "DELETE",
    path: "/projects/{project}/shares/{share}",
    tag: "Packs",
    summary: "Make a link dead at once",
    access: "share.manage",
    params: projectParams.extend({ share: z.string() }),
    status: 204,
    response: null,
    handle: ({ ctx, params }) => revokeShare({ ctx, input: params }),
  }),
];
