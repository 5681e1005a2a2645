import { z } from "zod";

const URL_LENGTH_MAX = 2048;

/**
 * The address of a web target as a person types it, made uniform: https unless http is said, no fragment.
 * Whether it may be reached is decided at each connection, not here.
 */
export const targetUrlSchema = z
  .string()
  .trim()
  .min(1, "Give the address of your product, like https://app.example.com.")
  .max(URL_LENGTH_MAX, "An address has at most 2048 characters.")
  .transform((text, context) => {
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
    const problem = problemOf(withScheme);
    if (problem) context.addIssue({ code: "custom", message: problem });
    return problem ? z.NEVER : normalised(withScheme);
  });

function problemOf(text: string): string | undefined {
  if (!URL.canParse(text)) return "This is not an address. Give one like https://app.example.com.";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "Only http and https addresses can be audited.";
  if (url.username || url.password) return "Leave the user name and password out of the address.";
  return undefined;
}

function normalised(text: string): string {
  const url = new URL(text);
  url.hash = "";
  return url.href;
}

/** Lower case, without brackets. */
export function targetHost(url: string): string {
  return (URL.parse(url)?.hostname ?? "").replace(/^\[|\]$/g, "");
}
