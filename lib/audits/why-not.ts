import { clipFact } from "./clip.ts";
import type { STEPS, Unreachable } from "./observation.ts";

type Step = (typeof STEPS)[number];

/** What to say when neither the code is one of those below nor a reason is given. */
const BY_STEP = {
  policy: "The operator's rules do not allow connecting there",
  dns: "The name could not be looked up",
  connect: "No connection could be made",
  tls: "The TLS handshake failed",
  http: "No valid HTTP answer came back",
  body: "The answer broke off before its end",
  browser: "The browser could not load the page",
  internal: "The probe itself broke down",
} as const satisfies Record<Step, string>;

const BY_CODE: Readonly<Record<string, string>> = {
  nxdomain: "The name does not resolve (NXDOMAIN)",
  no_address: "The name exists but has no address",
  dns_error: "No resolver gave an answer about the name",
  blocked_address: "The name leads to a private or reserved address, which audits may not reach",
  blocked_host: "The name is a local one, which audits may not reach",
  blocked_port: "The port is not one that audits may reach",
  blocked_header: "The operator's rules do not allow a header of this request",
  invalid_url: "The address is not valid",
  reset: "The host broke the connection off",
  refused: "The host refused the connection",
  no_route: "There is no route to the host",
  connect_timeout: "No connection within 10 s",
  tls_timeout: "The TLS handshake was not done within 10 s",
  header_timeout: "No answer within 10 s",
  body_timeout: "The answer was not complete within 15 s",
  too_many_redirects: "The redirects do not end: more than 10 were followed",
  redirect_loop: "The redirects go round in a circle",
  ambiguous_redirect: "The redirect names more than one address",
  internal_error: "The probe itself broke down",
  cancelled: "The run was cancelled before this could be looked at",
};

/** One plain sentence for a part that could not be seen. */
export function sayWhyNot({ step, code, reason }: Pick<Unreachable, "step" | "code" | "reason">): string {
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (known) return `${known}.`;
  const detail = clipFact(reason).replace(/[.\s]+$/, "");
  return `${detail === "" ? BY_STEP[step] : detail}.`;
}
