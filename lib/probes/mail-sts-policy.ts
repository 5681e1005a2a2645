import type { PartValue } from "#lib/audits/observation.ts";
import { failureOf } from "./egress/failure-of.ts";
import type { ProbeContext } from "./probe.ts";

type Policy = NonNullable<PartValue<"mailAuth">["mtaSts"]["policy"]>;

const TEXT_BYTES_MAX = 64 * 1024;

/**
 * The policy file, which is only ever read over https and never by way of a redirect (RFC 8461 §3.3). A target with a
 * port of its own is a test installation, whose policy host may answer on that port alone (docs/decisions/0012).
 */
export async function readMtaStsPolicy(context: ProbeContext): Promise<Policy> {
  const url = new URL(`https://mta-sts.${context.target.domain}/.well-known/mta-sts.txt`);
  const policy = await read(url, context);
  if (policy.state === "read" || context.url.port === "") return policy;
  const twin = new URL(url);
  twin.port = context.url.port;
  const there = await read(twin, context);
  return there.state === "read" ? there : policy;
}

async function read(url: URL, { egress }: ProbeContext): Promise<Policy> {
  try {
    const { status, headers, body, bodyTruncated } = await egress.request(url, { headers: { accept: "text/plain" } });
    const header = (wanted: string) => headers.find(([name]) => name === wanted)?.[1] ?? null;
    return {
      state: "read",
      url: url.href,
      status,
      contentType: header("content-type"),
      location: header("location"),
      text: body.subarray(0, TEXT_BYTES_MAX).toString("utf8"),
      isWhole: !bodyTruncated && body.length <= TEXT_BYTES_MAX,
    };
  } catch (error) {
    egress.signal.throwIfAborted();
    const { step, code, reason } = failureOf(error);
    return { state: "unreadable", url: url.href, step, code, reason };
  }
}
