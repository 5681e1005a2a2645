import type { AnyOperation } from "#app/api/v1/operation.ts";
import { shellQuote } from "#lib/audits/parse/shell-quote.ts";

type Called = Pick<AnyOperation, "method" | "path" | "access">;

/** A command to paste into a shell; parameters of the path are variables, as in `$PROJECT`. */
export function curlExample({ method, path, access }: Called, baseUrl: string, body?: unknown): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${variableOf(name)}`);
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${baseUrl}/api/v1${address}"`,
    ...(access === "public" ? [] : ['-H "Authorization: Bearer $LAUNCH_READY_TOKEN"']),
    ...(body === undefined
      ? []
      : ['-H "Content-Type: application/json"', `-d ${shellQuote(JSON.stringify(body, null, 2))}`]),
  ].join(" \\\n  ");
}

const variableOf = (name: string) => name.replaceAll(/[A-Z]/g, "_$&").toUpperCase();
