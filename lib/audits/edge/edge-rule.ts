import { curlLine } from "../parse/curl-line.ts";
import type { Rule } from "../types.ts";

/** What the rules on the edge in front of a host share. */
export const EDGE = {
  check: "ddos-bot-protection",
  needs: ["edge"],
  reproduce: ({ url }) => curlLine("-sS -D - -o /dev/null", url),
} as const satisfies Pick<Rule<"edge">, "check" | "needs" | "reproduce">;
