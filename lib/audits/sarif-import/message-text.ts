import type { MessageIn, RuleIn, RunIn } from "./schema.ts";

/** Some more than the register keeps of it. */
const LOOKED_AT = 6_000;
const PLACEHOLDER = /\{\{|\}\}|\{(\d{1,3})\}/g;
/** `[text](target)`, §3.11.6; every part stops where the next could begin, so it stays linear. */
const LINK = /\[((?:[^[\]\\]|\\.){0,2000})\]\([^()[\]\s]{0,2000}\)/g;

/** A result's message in plain words (§3.11): by text or by id, with its arguments, without links. */
export function messageText(message: MessageIn, rule: RuleIn | null, run: RunIn): string {
  const template = message?.text ?? byId(message?.id, rule, run) ?? "";
  return filled(template.slice(0, LOOKED_AT), message?.arguments ?? [])
    .replace(LINK, "$1")
    .replace(/\\([[\]\\])/g, "$1");
}

/** A short text that names a long argument many times does not become a long one. */
function filled(template: string, given: readonly string[]): string {
  let left = LOOKED_AT;
  return template.replace(PLACEHOLDER, (all, n: string | undefined) => {
    if (n === undefined) return all.charAt(0);
    const argument = given[Number(n)]?.slice(0, left);
    if (argument === undefined) return all;
    left -= argument.length;
    return argument;
  });
}

function byId(id: string | null | undefined, rule: RuleIn | null, { tool }: RunIn): string | null {
  if (id == null) return null;
  for (const strings of [rule?.messageStrings, tool.driver.globalMessageStrings]) {
    const found: unknown = strings && Object.hasOwn(strings, id) ? strings[id] : undefined;
    if (typeof found === "object" && found !== null && "text" in found && typeof found.text === "string") {
      return found.text;
    }
  }
  return null;
}
