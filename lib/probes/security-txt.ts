import type { Probe } from "./probe.ts";
import { withScheme } from "./with-scheme.ts";

const TEXT_BYTES_MAX = 32 * 1024;

/** RFC 9116 §3: only https counts, so that is asked whatever the target's scheme is. */
export const probeSecurityTxt: Probe<"securityTxt"> = async ({ url, land }) => {
  const { response, failure } = await land(new URL("/.well-known/security.txt", withScheme(url, "https:")).href);
  if (!response) throw failure;
  return {
    url: response.url,
    status: response.status,
    contentType: response.headers.find(([name]) => name === "content-type")?.[1] ?? null,
    text: response.body.subarray(0, TEXT_BYTES_MAX).toString("utf8"),
  };
};
