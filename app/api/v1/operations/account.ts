import { z } from "zod";
import { getMe } from "#db/queries/get-me.ts";
import { listTokens } from "#db/queries/list-tokens.ts";
import { createToken, createTokenInput } from "#lib/tokens/create-token.ts";
import { revokeToken } from "#lib/tokens/revoke-token.ts";
import { operation } from "../operation.ts";
import { listOf, moment } from "../schemas/common.ts";

export const accountOperations = [
  operation({
    id: "getMe",
    method: "GET",
    path: "/me",
    tag: "Account",
    summary: "Who you are",
    access: "account",
    status: 200,
    response: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      isOwner: z.boolean(),
      createdAt: moment,
    }),
    handle: ({ ctx }) => getMe(ctx),
  }),
  operation({
    id: "listTokens",
    method: "GET",
    path: "/tokens",
    tag: "Account",
    summary: "Your API tokens, by their first characters",
    access: "account",
    status: 200,
    response: listOf(z.looseObject({ id: z.string(), name: z.string(), prefix: z.string() })),
    handle: async ({ ctx }) => ({ items: await listTokens(ctx) }),
  }),
  operation({
    id: "createToken",
    method: "POST",
    path: "/tokens",
    tag: "Account",
    summary: "Make an API token; it is shown this once",
    access: "account",
    body: createTokenInput,
    status: 201,
    response: z.looseObject({ id: z.string(), token: z.string() }),
    handle: ({ ctx, body }) => createToken({ ctx, input: body }),
  }),
  operation({
    id: "revokeToken",
    method: "DELETE",
    path: "/tokens/{token}",
    tag: "Account",
    summary: "Revoke one of your API tokens",
    access: "account",
    params: z.object({ token: z.string() }),
    status: 204,
    response: null,
    handle: ({ ctx, params }) => revokeToken({ ctx, input: params }),
  }),
];
