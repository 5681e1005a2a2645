import { clipFact } from "./clip.ts";
import type { STEPS, Unreachable } from "./observation.ts";

type Step = (typeof STEPS)[number];

/** What to say when the code is not one of those below. */
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
};

/** One plain sentence for a part that could not be seen. */
export function sayWhyNot({ step, code, reason }: Pick<Unreachable, "step" | "code" | "reason">): string {
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (known) return `${known}.`;
  const detail = clipFact(reason).replace(/[.\s]+$/, "");
  return detail === "" ? `${BY_STEP[step]}.` : `${BY_STEP[step]}: ${detail}.`;
}
