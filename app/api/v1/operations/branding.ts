import { z } from "zod";
import { getBranding } from "#db/queries/get-branding.ts";
import { removeLogo } from "#lib/brandings/remove-logo.ts";
import { setBranding, setBrandingInput } from "#lib/brandings/set-branding.ts";
import { setLogo } from "#lib/brandings/set-logo.ts";
import { operation } from "../operation.ts";
import { projectParams } from "../schemas/common.ts";
import { branding } from "../schemas/share.ts";

const PATH = "/projects/{project}/branding";
/** 256 KiB in base64, and what stands around them. */
const LOGO_BODY_BYTES_MAX = 352 * 1024;

export const brandingOperations = [
  operation({
    id: "getBranding",
    method: "GET",
    path: PATH,
    tag: "Packs",
    summary: "How the packs to come look: client, colour, paper, logo",
    access: "pack.read",
    params: projectParams,
    status: 200,
    response: branding,
    handle: ({ ctx, params }) => getBranding(ctx, params.project),
  }),
  operation({
    id: "setBranding",
    method: "PATCH",
    path: PATH,
    tag: "Packs",
    summary: "Choose how the packs to come look; what is not given stays as it is",
    access: "branding.write",
    params: projectParams,
    body: setBrandingInput.omit({ project: true }),
    status: 200,
    response: branding,
    handle: async ({ ctx, params, body }) => {
      await setBranding({ ctx, input: { ...body, ...params } });
      return getBranding(ctx, params.project);
    },
  }),
  operation({
    id: "setLogo",
    method: "POST",
    path: `${PATH}/logo`,
    tag: "Packs",
    summary: "Put a PNG or JPEG, in base64, on the cover of the packs to come; at most 256 KiB",
    access: "branding.write",
    params: projectParams,
    body: z.object({ logo: z.base64() }),
    bodyBytesMax: LOGO_BODY_BYTES_MAX,
    status: 200,
    response: branding,
    handle: async ({ ctx, params, body }) => {
      await setLogo({ ctx, input: { ...params, logo: Buffer.from(body.logo, "base64") } });
      return getBranding(ctx, params.project);
    },
  }),
  operation({
    id: "removeLogo",
    method: "DELETE",
    path: `${PATH}/logo`,
    tag: "Packs",
    summary: "Take the logo off the covers to come",
    access: "branding.write",
    params: projectParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => removeLogo({ ctx, input: params }),
  }),
];
