import { ProbeFailure } from "./probe-failure.ts";

const HEADERS_MAX = 32;
const VALUE_CHARS_MAX = 4096;
/** Framing, routing, and the headers that cloud metadata services take as proof of a local caller. */
const REFUSED =
  /^(?:host|connection|keep-alive|transfer-encoding|content-length|te|trailer|upgrade|expect|forwarded|proxy-.*|x-forwarded-.*|metadata|metadata-flavor|x-google-metadata-request|x-aws-ec2-metadata-token.*|x-metadata-token)$/;

/** Extra request headers with lower-case names, or a ProbeFailure that names the one which may not be sent. */
export function checkRequestHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  if (entries.length > HEADERS_MAX) throw refuse(`More than ${HEADERS_MAX} request headers are set.`);
  for (const [name, value] of entries) {
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]{1,256}$/.test(name)) throw refuse("A request header has no valid name.");
    if (REFUSED.test(name)) throw refuse(`The request header ${name} may not be set.`);
    if (value.length > VALUE_CHARS_MAX || !/^[\t\x20-\x7e]*$/.test(value)) {
      throw refuse(`The request header ${name} has a value that may not be sent.`);
    }
  }
  return Object.fromEntries(entries);
}

function refuse(reason: string): ProbeFailure {
  return new ProbeFailure("policy", "blocked_header", reason);
}
