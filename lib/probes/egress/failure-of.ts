import { errors } from "undici";
import { ProbeFailure, type Step } from "./probe-failure.ts";

type Known = readonly [step: Step, code: string, reason: string];

/** Native messages hold addresses, so each code has a sentence of ours. */
const KNOWN: Readonly<Record<string, Known>> = {
  ECONNREFUSED: ["connect", "refused", "The host refused the connection."],
  EHOSTUNREACH: ["connect", "no_route", "There is no route to the host."],
  ENETUNREACH: ["connect", "no_route", "There is no route to the host."],
  EADDRNOTAVAIL: ["connect", "no_route", "There is no route to the host."],
  EHOSTDOWN: ["connect", "no_route", "There is no route to the host."],
  ETIMEDOUT: ["connect", "connect_timeout", "The host did not accept a connection in time."],
  UND_ERR_CONNECT_TIMEOUT: ["connect", "connect_timeout", "The host did not accept a connection in time."],
  ECONNRESET: ["http", "reset", "The host broke the connection off."],
  EPIPE: ["http", "reset", "The host broke the connection off."],
  UND_ERR_SOCKET: ["http", "reset", "The host closed the connection before its answer was complete."],
  UND_ERR_HEADERS_TIMEOUT: ["http", "header_timeout", "The response headers did not come in time."],
  UND_ERR_BODY_TIMEOUT: ["body", "body_timeout", "The response body did not come in time."],
  UND_ERR_HEADERS_OVERFLOW: ["http", "too_large", "The response headers are too large."],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ["http", "protocol_error", "The response is not as long as it says."],
};

/** Any error of a request as a ProbeFailure. */
export function failureOf(error: unknown): ProbeFailure {
  if (error instanceof ProbeFailure) return error;
  const code = codeOf(error);
  const known = Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined;
  if (known) return new ProbeFailure(known[0], known[1], known[2], { cause: error });
  if (error instanceof errors.HTTPParserError) {
    return new ProbeFailure("http", "protocol_error", "The answer is not valid HTTP.", { cause: error });
  }
  return new ProbeFailure("internal", "internal_error", "The probe itself failed.", { cause: error });
}

export function connectFailure(error: unknown): ProbeFailure {
  const failure = failureOf(error);
  if (failure.code !== "reset") return failure;
  return new ProbeFailure("connect", failure.code, failure.reason, { cause: error });
}

/** OpenSSL's words for what every visitor's browser refuses too. */
const UNTRUSTED: Readonly<Record<string, string>> = {
  ECONNRESET: "The host broke the TLS handshake off.",
  CERT_HAS_EXPIRED: "The certificate has expired, so nothing was asked over this connection.",
  CERT_NOT_YET_VALID: "The certificate is not valid yet, so nothing was asked over this connection.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate names another host, so nothing was asked over this connection.",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "The certificate is signed by nobody but itself, so nothing was asked over this connection.",
  SELF_SIGNED_CERT_IN_CHAIN:
    "The certificate's chain ends at a root that is not trusted, so nothing was asked over this connection.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "The certificate's issuer is missing or unknown, so nothing was asked over this connection.",
  UNABLE_TO_GET_ISSUER_CERT:
    "The certificate's issuer is missing or unknown, so nothing was asked over this connection.",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "The certificate's issuer is missing or unknown, so nothing was asked over this connection.",
};

/** OpenSSL's and Node's words for a handshake say nothing about addresses. */
export function tlsFailure(error: unknown): ProbeFailure {
  if (error instanceof ProbeFailure) return error;
  const code = codeOf(error) || "unknown";
  const known = Object.hasOwn(UNTRUSTED, code) ? UNTRUSTED[code] : undefined;
  const reason = known ?? `The TLS handshake failed (${code.replace(/^ERR_(?:SSL|TLS)_/, "")}).`;
  return new ProbeFailure("tls", "tls_error", reason, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
