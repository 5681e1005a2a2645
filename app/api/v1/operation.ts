import type { z } from "zod";
import type { Permission } from "#lib/auth/permissions.ts";
import type { Ctx } from "#lib/ctx.ts";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

type Fields = z.ZodObject;
type Given<T> = T extends z.ZodType ? z.output<T> : undefined;

/** One operation of the JSON API: routing, OpenAPI and the access matrix are all read from it. */
export type Operation<P extends Fields = Fields, Q extends Fields = Fields, B extends z.ZodType = z.ZodType> = {
  /** OpenAPI's operationId. */
  id: string;
  method: Method;
  /** Below /api/v1, with `{name}` segments. */
  path: string;
  tag: string;
  summary: string;
  /**
   * Who may call it. `public`: anybody; `account`: whoever is signed in; `owner`: the instance's owner; else the
   * permission in the project. Documentation and test oracle: the verb or query behind it is what decides.
   */
  access: "public" | "account" | "owner" | Permission;
  params?: P;
  query?: Q;
  body?: B;
  /** How long the body's text may be where 256 KiB are too few. */
  bodyBytesMax?: number;
  /** Status of success and the schema of what it answers; null for an answer that is not JSON. */
  status: 200 | 201 | 202 | 204;
  response: z.ZodType | null;
  /** Media type of a non-JSON answer. */
  produces?: string;
  handle(call: { ctx: Ctx; params: Given<P>; query: Given<Q>; body: Given<B>; request: Request }): Promise<unknown>;
};

export type AnyOperation = Omit<Operation, "handle"> & {
  handle(call: { ctx: Ctx; params: unknown; query: unknown; body: unknown; request: Request }): Promise<unknown>;
};

/** Keeps the types of one operation while the table holds them all as one. */
export function operation<P extends Fields = never, Q extends Fields = never, B extends z.ZodType = never>(
  definition: Operation<P, Q, B>,
): AnyOperation {
  return definition as unknown as AnyOperation;
}
