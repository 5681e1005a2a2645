import { AppError, notFound } from "#lib/errors.ts";
import type { AnyOperation } from "./operation.ts";
import { OPERATIONS } from "./operations/index.ts";

type Route = { operation: AnyOperation; segments: string[] };
const ROUTES: Route[] = OPERATIONS.map((operation) => ({ operation, segments: operation.path.split("/").slice(1) }));

const isParameter = (segment: string) => segment.startsWith("{");

function match(route: Route, path: readonly string[]): Record<string, string> | null {
  if (route.segments.length !== path.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of route.segments.entries()) {
    const given = path[index] ?? "";
    if (isParameter(segment)) params[segment.slice(1, -1)] = given;
    else if (segment !== given) return null;
  }
  return params;
}

export class MethodNotAllowed extends AppError {
  readonly allow: string;
  constructor(allow: string) {
    super("invalid", `This address answers ${allow} only.`);
    this.allow = allow;
  }
}

/** Finds the operation for a method and a path below /api/v1; a fixed segment wins over a parameter. */
export function findOperation(method: string, path: readonly string[]) {
  const fitting = ROUTES.flatMap((route) => {
    const params = match(route, path);
    return params ? [{ ...route, params }] : [];
  });
  if (fitting.length === 0) throw notFound();
  const found = fitting
    .filter((route) => route.operation.method === method)
    .toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
  if (!found) throw new MethodNotAllowed(fitting.map((route) => route.operation.method).join(", "));
  return { operation: found.operation, params: found.params };
}
