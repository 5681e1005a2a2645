import { z } from "zod";
import { getPack } from "#db/queries/get-pack.ts";
import { getPackFile } from "#db/queries/get-pack-file.ts";
import { listPacks } from "#db/queries/list-packs.ts";
import { listShares } from "#db/queries/list-shares.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { createShare, createShareInput } from "#lib/shares/create-share.ts";
import { revokeShare } from "#lib/shares/revoke-share.ts";
import { operation } from "../operation.ts";
import { packResponse } from "../pack-response.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { pack, share } from "../schemas/pack.ts";

const packParams = projectParams.extend({ version: z.coerce.number().int().positive() });
const PATH = "/projects/{project}/packs/{version}";

const MEDIA_TYPES = { pdf: "application/pdf", html: "text/html", json: "application/json" } as const;

const download = (format: keyof typeof MEDIA_TYPES) =>
  operation({
    id: `getPack${format[0]?.toUpperCase()}${format.slice(1)}`,
    method: "GET",
    path: `${PATH}/${format}`,
    tag: "Packs",
    summary: `The pack as ${format.toUpperCase()}`,
    access: "pack.read",
    params: packParams,
    status: 200,
    response: null,
    produces: MEDIA_TYPES[format],
    handle: async ({ ctx, params }) => packResponse(await getPackFile(ctx, params.project, params.version), format),
  });

export const packOperations = [
  operation({
    id: "listPacks",
    method: "GET",
    path: "/projects/{project}/packs",
    tag: "Packs",
    summary: "All versions of the handover pack, newest first",
    access: "pack.read",
    params: projectParams,
    status: 200,
    response: listOf(pack),
    handle: async ({ ctx, params }) => ({ items: await listPacks(ctx, params.project) }),
  }),
  operation({
    id: "createPack",
    method: "POST",
    path: "/projects/{project}/packs",
    tag: "Packs",
    summary: "Make a new version from the board as it stands; it is rendered in the background",
    access: "pack.write",
    params: projectParams,
    status: 202,
    response: pack,
    handle: async ({ ctx, params }) => {
      const created = await createPack({ ctx, input: params });
      return getPack(ctx, params.project, created.version);
    },
  }),
  operation({
    id: "getPack",
    method: "GET",
    path: PATH,
    tag: "Packs",
    summary: "A version of the pack: state, pages, SHA-256",
    access: "pack.read",
    params: packParams,
    status: 200,
    response: pack,
    handle: ({ ctx, params }) => getPack(ctx, params.project, params.version),
  }),
  download("pdf"),
  download("html"),
  download("json"),
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
    summary: "Make a link to one version; its token is shown this once",
    access: "share.manage",
    params: projectParams,
    body: createShareInput.omit({ project: true }),
    status: 201,
    response: z.looseObject({ id: z.string(), token: z.string() }),
    handle: ({ ctx, params, body }) => createShare({ ctx, input: { ...body, ...params } }),
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
