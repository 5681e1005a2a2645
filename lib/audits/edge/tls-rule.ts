import { shellQuote } from "../parse/shell-quote.ts";
import type { Rule } from "../types.ts";

/** What the five TLS rules share. */
export const TLS = {
  check: "https-everywhere",
  needs: ["tls"],
  reproduce: ({ host, port }) => {
    const address = host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
    return `openssl s_client -connect ${shellQuote(address)} -servername ${shellQuote(host)} -showcerts </dev/null`;
  },
} as const satisfies Pick<Rule<"tls">, "check" | "needs" | "reproduce">;
