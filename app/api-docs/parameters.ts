import { z } from "zod";
import type { AnyOperation } from "#app/api/v1/operation.ts";

export type Parameter = { name: string; place: "path" | "query"; isRequired: boolean; type: string };

export function parametersOf({ params, query }: Pick<AnyOperation, "params" | "query">): Parameter[] {
  return [
    ...Object.entries(params?.shape ?? {}).map(([name, schema]) => parameter(name, "path", schema as z.ZodType)),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) => parameter(name, "query", schema as z.ZodType)),
  ];
}

function parameter(name: string, place: Parameter["place"], schema: z.ZodType): Parameter {
  const isRequired = place === "path" || !schema.safeParse(undefined).success;
  return { name, place, isRequired, type: typeInWords(jsonSchema(schema, "input")) };
}

function typeInWords({ enum: values, type }: z.core.JSONSchema.BaseSchema): string {
  return (values ?? [type ?? "string"].flat()).join(" | ");
}

export function jsonSchema(schema: z.ZodType, io: "input" | "output"): z.core.JSONSchema.BaseSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
