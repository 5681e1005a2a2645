import { z } from "zod";
import { listActivities } from "#db/queries/list-activities.ts";
import { listMembers } from "#db/queries/list-members.ts";
import { ROLES } from "#lib/auth/permissions.ts";
import { changeRole, changeRoleInput } from "#lib/members/change-role.ts";
import { inviteMember, inviteMemberInput } from "#lib/members/invite-member.ts";
import { removeMember } from "#lib/members/remove-member.ts";
import { revokeInvitation } from "#lib/members/revoke-invitation.ts";
import { operation } from "../operation.ts";
import { activity, listOf, projectParams } from "../schemas/common.ts";

const member = z.looseObject({ name: z.string(), email: z.string(), role: z.enum(ROLES) });
const memberParams = projectParams.extend({ user: z.string() });

export const memberOperations = [
  operation({
    id: "listMembers",
    method: "GET",
    path: "/projects/{project}/members",
    tag: "Members",
    summary: "Who takes part, in which role",
    access: "member.read",
    params: projectParams,
    status: 200,
    response: z.looseObject({ members: z.array(member) }),
    handle: ({ ctx, params }) => listMembers(ctx, params.project),
  }),
  operation({
    id: "inviteMember",
    method: "POST",
    path: "/projects/{project}/invitations",
    tag: "Members",
    summary: "Invite somebody in a role; the link is shown this once",
    access: "member.manage",
    params: projectParams,
    body: inviteMemberInput.omit({ project: true }),
    status: 201,
    response: z.looseObject({ id: z.string(), token: z.string() }),
    handle: ({ ctx, params, body }) => inviteMember({ ctx, input: { ...body, ...params } }),
  }),
  operation({
    id: "revokeInvitation",
    method: "DELETE",
    path: "/projects/{project}/invitations/{invitation}",
    tag: "Members",
    summary: "Withdraw an invitation",
    access: "member.manage",
    params: projectParams.extend({ invitation: z.string() }),
    status: 204,
    response: null,
    handle: ({ ctx, params }) => revokeInvitation({ ctx, input: params }),
  }),
  operation({
    id: "changeRole",
    method: "PATCH",
    path: "/projects/{project}/members/{user}",
    tag: "Members",
    summary: "Change a member's role; effective on the next request",
    access: "member.manage",
    params: memberParams,
    body: changeRoleInput.omit({ project: true, user: true }),
    status: 204,
    response: null,
    handle: ({ ctx, params, body }) => changeRole({ ctx, input: { ...body, ...params } }),
  }),
  operation({
    id: "removeMember",
    method: "DELETE",
    path: "/projects/{project}/members/{user}",
    tag: "Members",
    summary: "Remove a member",
    access: "member.remove",
    params: memberParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => removeMember({ ctx, input: params }),
  }),
  operation({
    id: "listActivities",
    method: "GET",
    path: "/projects/{project}/activities",
    tag: "Members",
    summary: "The history: who did what, when",
    access: "member.read",
    params: projectParams,
    status: 200,
    response: listOf(activity),
    handle: async ({ ctx, params }) => ({ items: await listActivities(ctx, params.project) }),
  }),
];
