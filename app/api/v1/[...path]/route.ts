import { isSameOrigin } from "#lib/auth/origin.ts";
import { getRequestCtx } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { readText } from "../../read-text.ts";
import { findOperation, MethodNotAllowed } from "../dispatch.ts";
import type { AnyOperation } from "../operation.ts";
import { given, problem } from "../problem.ts";

export const dynamic = "force-dynamic";

const BODY_BYTES_MAX = 256 * 1024;

async function readBody(request: Request, operation: AnyOperation): Promise<unknown> {
  if (!operation.body) return undefined;
  const text = await readText(request, operation.bodyBytesMax ?? BODY_BYTES_MAX);
  const isJson = request.headers.get("content-type")?.toLowerCase().startsWith("application/json");
  if (text !== "" && !isJson) throw new UnsupportedMediaType();
  return given(operation.body, text === "" ? {} : parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("invalid", "The body is not valid JSON.", { cause: error });
  }
}

class UnsupportedMediaType extends AppError {
  constructor() {
    super("invalid", "Send the body as application/json.");
  }
}

async function answer(method: string, request: Request, path: readonly string[]): Promise<Response> {
  const { operation, params } = findOperation(method, path);
  const { ctx, via } = await getRequestCtx(request);
  if (!ctx && operation.access !== "public") {
    throw new AppError("unauthenticated", "Sign in, or send an API token as `Authorization: Bearer …`.");
  }
  if (via === "cookie" && method !== "GET" && !isSameOrigin(request.headers, env().BASE_URL)) {
    throw new AppError("forbidden", "This request did not come from our own pages.");
  }
  const url = new URL(request.url);
  const result = await operation.handle({
    ctx: ctx as NonNullable<typeof ctx>,
    params: given(operation.params, params),
    query: given(operation.query, Object.fromEntries(url.searchParams)),
    body: await readBody(request, operation),
    request,
  });
  if (result instanceof Response) return result;
  const headers = { "Cache-Control": operation.access === "public" ? "public, max-age=300" : "no-store" };
  if (operation.status === 204) return new Response(null, { status: 204, headers });
  return Response.json(operation.response ? operation.response.parse(result) : result, {
    status: operation.status,
    headers,
  });
}

const handler = (method: string) => async (request: Request, context: { params: Promise<{ path: string[] }> }) => {
  try {
    return await answer(method, request, (await context.params).path);
  } catch (error) {
    if (error instanceof MethodNotAllowed) return problem(error, { status: 405, headers: { Allow: error.allow } });
    if (error instanceof UnsupportedMediaType) return problem(error, { status: 415 });
    return problem(error);
  }
};

export const GET = handler("GET");
/** As GET without the body: Next would let a stream that nobody reads run on. */
export const HEAD: typeof GET = async (request, context) => {
  const { body, status, headers } = await GET(request, context);
  await body?.cancel();
  return new Response(null, { status, headers });
};
export const POST = handler("POST");
export const PATCH = handler("PATCH");
export const DELETE = handler("DELETE");
/** No operation has it; said in our words, with what the address does answer. */
export const PUT = handler("PUT");
