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
      headers: headers.map(([name, value]): [string, string] => [name, value.slice(0, VALUE_CHARS_MAX)]),
      bodyBytes,
      bodyTruncated,
    },
    document: documentOf(response),
  };
};

function documentOf({ url, headers, body }: GuardedResponse) {
  const contentType = headers.find(([name]) => name === "content-type")?.[1] ?? "";
  const isDocument = contentType === "" ? /^\s*</.test(decode(body.subarray(0, 512), "")) : /html/i.test(contentType);
  return isDocument ? readDocument(decode(body, contentType), { url, contentType }) : null;
}

/** A byte order mark wins over the declared encoding (WHATWG Encoding, "decode"); unknown ones are read as UTF-8. */
function decode(body: Buffer, contentType: string): string {
  const declared = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? "utf-8";
  const marked =
    body[0] === 0xff && body[1] === 0xfe ? "utf-16le" : body[0] === 0xfe && body[1] === 0xff ? "utf-16be" : declared;
  try {
    return new TextDecoder(marked).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
