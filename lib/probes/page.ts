import { withoutCookieValue } from "./cookie-values.ts";
import { decodeText } from "./decode-text.ts";
import { readDocument } from "./document-facts.ts";
import type { GuardedResponse } from "./egress/create-egress.ts";
import type { Probe } from "./probe.ts";

const VALUE_CHARS_MAX = 8192;

export const probePage: Probe<"page"> = async ({ target, land }) => {
  const { chain, response, failure } = await land(target.url);
  if (!response) throw failure;
  const { url, status, httpVersion, headers, bodyBytes, bodyTruncated } = response;
  return {
    chain,
    response: {
      url,
      status,
      httpVersion,
      headers: headers.map(([name, value]): [string, string] => [name, shown(name, value).slice(0, VALUE_CHARS_MAX)]),
      bodyBytes,
      bodyTruncated,
    },
    document: documentOf(response),
  };
};

const shown = (name: string, value: string) => (name === "set-cookie" ? withoutCookieValue(value) : value);

/** `null` where the answer is no HTML document. */
export function documentOf({ url, headers, body }: GuardedResponse) {
  const contentType = headers.find(([name]) => name === "content-type")?.[1] ?? "";
  const isDocument =
    contentType === "" ? /^\s*</.test(decodeText(body.subarray(0, 512), "")) : /html/i.test(contentType);
  return isDocument ? readDocument(decodeText(body, contentType), { url, contentType }) : null;
}
