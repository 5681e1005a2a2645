import type { z } from "zod";
import { clipLabel } from "../clip.ts";
import { type SarifIn, sarifSchema } from "./schema.ts";

export const SARIF_BYTES_MAX = 10 * 1024 * 1024;

type Read = { log: SarifIn } | { problem: string };

/** The log in a text that anybody may have written, or one sentence that says where it is wrong. */
export function readLog(text: string): Read {
  if (new TextEncoder().encode(text).byteLength > SARIF_BYTES_MAX) {
    return { problem: `The file is larger than ${SARIF_BYTES_MAX / 1024 / 1024} MB.` };
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: "The file is not JSON, so it is no SARIF log." };
  }
  const parsed = sarifSchema.safeParse(json);
  return parsed.success ? { log: parsed.data } : { problem: sentence(parsed.error) };
}

/** `runs[0].results[3].message.text: …`, of the first thing that is wrong. */
function sentence(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "The file is no SARIF log.";
  const path = issue.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return path === ""
    ? "The file is no SARIF log: it holds no object."
    : `${clipLabel(path.slice(1))}: ${issue.message}`;
}
