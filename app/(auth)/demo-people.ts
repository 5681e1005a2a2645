import "server-only";
import { env } from "#lib/env.ts";

/** Those as whom anybody may sign in; nobody outside of the demo. */
export function demoPeople() {
  const { DEMO, DEMO_SIGN_INS } = env();
  return DEMO === "1" ? (DEMO_SIGN_INS ?? []) : [];
}
