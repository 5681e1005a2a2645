import { z } from "zod";
import { isAllowed, type Permission, ROLES } from "#lib/auth/permissions.ts";
import { sessionCookie } from "#lib/auth/session-cookie.ts";
import packageJson from "#package" with { type: "json" };
import type { AnyOperation } from "./operation.ts";
import { problemSchema } from "./problem.ts";

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
}

function parameters(operation: AnyOperation): Json[] {
  return [[operation.params, "path"] as const, [operation.query, "query"] as const].flatMap(([fields, place]) =>
    Object.entries(fields?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: place,
      required: place === "path" || !(schema as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(schema as z.ZodType, "input"),
    })),
  );
}

/** Who may call it, in words. */
export function accessInWords(access: AnyOperation["access"]): string {
  if (access === "public") return "Anybody.";
  if (access === "account") return "Anybody who is signed in.";
  if (access === "owner") return "The owner of this installation.";
  const roles = ROLES.filter((role) => isAllowed(role, access as Permission));
  return `Members of the project with the role ${roles.join(" or ")}.`;
}

const PROBLEM = { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };

function responses(operation: AnyOperation): Json {
  const content = operation.response
    ? { "application/json": { schema: schemaOf(operation.response, "output") } }
    : { [operation.produces ?? "application/octet-stream"]: {} };
  const isPublic = operation.access === "public";
  return {
    [operation.status]: { description: "Success", ...(operation.status === 204 ? {} : { content }) },
    ...(isPublic ? {} : { 401: { description: "Not signed in", ...PROBLEM } }),
    ...(isPublic || operation.access === "account"
      ? {}
      : { 403: { description: "Not allowed in this role", ...PROBLEM } }),
    ...(operation.path.includes("{") ? { 404: { description: "Not there, or not yours", ...PROBLEM } } : {}),
    ...(operation.body || operation.query ? { 422: { description: "The input is not valid", ...PROBLEM } } : {}),
  };
}

/** The OpenAPI 3.1 document of the operations, generated from their zod schemas. */
export function openApiDocument(operations: readonly AnyOperation[], baseUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const methods: Json = paths[operation.path] ?? {};
    paths[operation.path] = methods;
    methods[operation.method.toLowerCase()] = {
      operationId: operation.id,
      tags: [operation.tag],
      summary: operation.summary,
      description: `May be called by: ${accessInWords(operation.access)}`,
      parameters: parameters(operation),
      ...(operation.body
        ? {
            requestBody: {
              required: true,
              content: { "application/json": { schema: schemaOf(operation.body, "input") } },
            },
          }
        : {}),
      responses: responses(operation),
      ...(operation.access === "public" ? { security: [] } : {}),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Launch Ready",
      version: packageJson.version,
      description: "What the pages do, but for passwords and sessions. Errors are RFC 9457 problem details.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, "output") },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token from your account page." },
        session: { type: "apiKey", in: "cookie", name: sessionCookie(baseUrl).name },
      },
    },
  };
}
