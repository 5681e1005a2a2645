import { z } from "zod";
import { getOwners } from "#db/queries/get-owners.ts";
import { addLink, addLinkInput } from "#lib/handover-links/add-link.ts";
import { checkLinks } from "#lib/handover-links/check-links.ts";
import { removeLink } from "#lib/handover-links/remove-link.ts";
import { updateLink, updateLinkInput } from "#lib/handover-links/update-link.ts";
import { recordBreakGlassTest, recordBreakGlassTestInput } from "#lib/providers/record-break-glass-test.ts";
import { removeProvider } from "#lib/providers/remove-provider.ts";
import { setProvider, setProviderInput } from "#lib/providers/set-provider.ts";
import { operation } from "../operation.ts";
import { projectParams } from "../schemas/common.ts";
import { ownersView, providerKind } from "../schemas/owners.ts";

const kindParams = projectParams.extend({ kind: providerKind });
const linkParams = projectParams.extend({ link: z.string() });
const PROVIDER = "/projects/{project}/owners/{kind}";
const LINKS = "/projects/{project}/links";

export const ownerOperations = [
  operation({
    id: "getOwners",
    method: "GET",
    path: "/projects/{project}/owners",
    tag: "Owners",
    summary:
      "Who owns what, what was seen instead, the other way in and its last test, the links and what they lead to",
    access: "record.read",
    params: projectParams,
    status: 200,
    response: ownersView,
    handle: ({ ctx, params }) => getOwners(ctx, params.project),
  }),
  operation({
    id: "setProvider",
    method: "PATCH",
    path: PROVIDER,
    tag: "Owners",
    summary: "Write down a provider, its console, its owners and the other way in, or change what is given of them",
    access: "record.write",
    params: kindParams,
    body: setProviderInput.omit({ project: true, kind: true }),
    status: 200,
    response: ownersView,
    handle: async ({ ctx, params, body }) => {
      await setProvider({ ctx, input: { ...body, ...params } });
      return getOwners(ctx, params.project);
    },
  }),
  operation({
    id: "recordBreakGlassTest",
    method: "POST",
    path: `${PROVIDER}/tests`,
    tag: "Owners",
    summary: "Say that somebody got in by the other way",
    access: "record.write",
    params: kindParams,
    body: recordBreakGlassTestInput.omit({ project: true, kind: true }),
    status: 200,
    response: ownersView,
    handle: async ({ ctx, params, body }) => {
      await recordBreakGlassTest({ ctx, input: { ...body, ...params } });
      return getOwners(ctx, params.project);
    },
  }),
  operation({
    id: "removeProvider",
    method: "DELETE",
    path: PROVIDER,
    tag: "Owners",
    summary: "Take out what is written down of a provider",
    access: "record.write",
    params: kindParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => removeProvider({ ctx, input: params }),
  }),
  operation({
    id: "addLink",
    method: "POST",
    path: LINKS,
    tag: "Owners",
    summary: "Add a link for those who take over",
    access: "record.write",
    params: projectParams,
    body: addLinkInput.omit({ project: true }),
    status: 201,
    response: ownersView,
    handle: async ({ ctx, params, body }) => {
      await addLink({ ctx, input: { ...body, ...params } });
      return getOwners(ctx, params.project);
    },
  }),
  operation({
    id: "updateLink",
    method: "PATCH",
    path: `${LINKS}/{link}`,
    tag: "Owners",
    summary: "Change a link for those who take over",
    access: "record.write",
    params: linkParams,
    body: updateLinkInput.omit({ project: true, link: true }),
    status: 200,
    response: ownersView,
    handle: async ({ ctx, params, body }) => {
      await updateLink({ ctx, input: { ...body, ...params } });
      return getOwners(ctx, params.project);
    },
  }),
  operation({
    id: "removeLink",
    method: "DELETE",
    path: `${LINKS}/{link}`,
    tag: "Owners",
    summary: "Take a link out",
    access: "record.write",
    params: linkParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => removeLink({ ctx, input: params }),
  }),
  operation({
    id: "checkLinks",
    method: "POST",
    path: `${LINKS}/check`,
    tag: "Owners",
    summary: "Have all links followed now; they are followed every week by themselves",
    access: "record.write",
    params: projectParams,
    status: 202,
    response: z.object({ links: z.number() }),
    handle: ({ ctx, params }) => checkLinks({ ctx, input: params }),
  }),
];
