import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/auth/next-auth.ts";
import { AppError } from "#lib/errors.ts";
import { readText } from "../../read-text.ts";
import { problem } from "../../v1/problem.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const BODY_BYTES_MAX = 16 * 1024;

/** next-auth reads what it is given to the end, so that what anybody may send is cut here. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { url, method, headers } = request;
    const body = method === "POST" ? await readText(request, BODY_BYTES_MAX) : undefined;
    return await NextAuth(authOptions())(new NextRequest(url, { method, headers, ...(body && { body }) }), context);
  } catch (error) {
    return problem(error instanceof SyntaxError ? new AppError("invalid", "The body is not valid JSON.") : error);
  }
}

export { handler as GET, handler as POST };
