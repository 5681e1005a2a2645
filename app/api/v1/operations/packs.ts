import { z } from "zod";
import { getPack } from "#db/queries/get-pack.ts";
import { getPackFile } from "#db/queries/get-pack-file.ts";
import { listPacks } from "#db/queries/list-packs.ts";
import { createPack, createPackInput } from "#lib/packs/create-pack.ts";
import { operation } from "../operation.ts";
import { MEDIA_TYPES, PACK_FORMATS, type PackFormat, packResponse } from "../pack-response.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { pack } from "../schemas/pack.ts";

const packParams = projectParams.extend({ version: z.coerce.number().int().positive() });
const PATH = "/projects/{project}/packs/{version}";

const download = (format: PackFormat) =>
  operation({
    id: `getPack${format[0]?.toUpperCase()}${format.slice(1)}`,
    method: "GET",
    path: `${PATH}/${format}`,
    tag: "Packs",
    summary:
      format === "zip"
        ? "The pack as ZIP: PDF, HTML, JSON, its tables as CSV, and their SHA-256 sums"
        : `The pack as ${format.toUpperCase()}`,
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
    body: createPackInput.omit({ project: true }),
    status: 202,
    response: pack,
    handle: async ({ ctx, params, body }) => {
      const created = await createPack({ ctx, input: { ...body, ...params } });
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
  ...PACK_FORMATS.map(download),
];
