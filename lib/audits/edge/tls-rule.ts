import ipaddr from "ipaddr.js";
import { shellQuote } from "../parse/shell-quote.ts";
import type { Rule } from "../types.ts";

/** What the TLS rules share. */
export const TLS = {
  check: "https-everywhere",
  needs: ["tls"],
  reproduce: ({ host, port }) => {
    const address = host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
    const name = ipaddr.isValid(host) ? "-noservername" : `-servername ${shellQuote(host)}`;
    return `openssl s_client -connect ${shellQuote(address)} ${name} -showcerts </dev/null`;
  },
} as const satisfies Pick<Rule<"tls">, "check" | "needs" | "reproduce">;
