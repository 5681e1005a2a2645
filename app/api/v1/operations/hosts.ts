import { z } from "zod";
import { getDomains } from "#db/queries/get-domains.ts";
import { getHost } from "#db/queries/get-host.ts";
import { adoptHost, adoptHostInput } from "#lib/hosts/adopt-host.ts";
import { ignoreHost, ignoreHostInput } from "#lib/hosts/ignore-host.ts";
import { unignoreHost } from "#lib/hosts/unignore-host.ts";
import { operation } from "../operation.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { domains, foundHost, hostDetail } from "../schemas/domain.ts";

const foundParams = projectParams.extend({ host: z.string() });
const FOUND = "/projects/{project}/found-hosts";

export const hostOperations = [
  operation({
    id: "getDomains",
    method: "GET",
    path: "/projects/{project}/domains",
    tag: "Hosts",
    summary: "Every host in one table: the worst verdict per area in the last two runs, found hosts, and the schedule",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: domains,
    handle: ({ ctx, params }) => getDomains(ctx, params.project),
  }),
  operation({
    id: "getHost",
    method: "GET",
    path: "/projects/{project}/hosts/{target}",
    tag: "Hosts",
    summary: "One host: each rule now and before, what was seen of DNS, TLS, redirects, edge and mail, what to publish",
    access: "project.read",
    params: projectParams.extend({ target: z.string() }),
    status: 200,
    response: hostDetail,
    handle: ({ ctx, params }) => getHost(ctx, params.project, params.target),
  }),
  operation({
    id: "listFoundHosts",
    method: "GET",
    path: FOUND,
    tag: "Hosts",
    summary: "Hosts of the project's domains that audits came across and that nobody audits",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: listOf(foundHost),
    handle: async ({ ctx, params }) => ({ items: (await getDomains(ctx, params.project)).found }),
  }),
  operation({
    id: "adoptHost",
    method: "POST",
    path: `${FOUND}/{host}/adopt`,
    tag: "Hosts",
    summary: "Audit a host that was found",
    access: "target.manage",
    params: foundParams,
    body: adoptHostInput.omit({ project: true, host: true }),
    status: 201,
    response: z.object({ target: z.string(), url: z.string() }),
    handle: async ({ ctx, params, body }) => {
      const { id, url } = await adoptHost({ ctx, input: { ...body, ...params } });
      return { target: id, url };
    },
  }),
  operation({
    id: "ignoreHost",
    method: "POST",
    path: `${FOUND}/{host}/ignore`,
    tag: "Hosts",
    summary: "Say, with the reason, that a host needs no audit; the gate no longer waits for it",
    access: "host.ignore",
    params: foundParams,
    body: ignoreHostInput.omit({ project: true, host: true }),
    status: 200,
    response: listOf(foundHost),
    handle: async ({ ctx, params, body }) => {
      await ignoreHost({ ctx, input: { ...body, ...params } });
      return { items: (await getDomains(ctx, params.project)).found };
    },
  }),
  operation({
    id: "unignoreHost",
    method: "DELETE",
    path: `${FOUND}/{host}/ignore`,
    tag: "Hosts",
    summary: "Take back that a host needs no audit",
    access: "host.ignore",
    params: foundParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => unignoreHost({ ctx, input: params }),
  }),
];
