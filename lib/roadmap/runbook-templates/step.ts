import type { RunbookKind } from "../records/types.ts";

/** `check` says whether it worked, `undo` how to go back; a runbook without the two is half a runbook. */
export type TemplateStep = { purpose: "do" | "check" | "undo"; text: string; command: string };
export type PlatformTemplates = Readonly<Record<RunbookKind, readonly TemplateStep[]>>;

/** What stands in CAPITALS in a command is to be replaced by the reader. */
export const act = (text: string, command = ""): TemplateStep => ({ purpose: "do", text, command });
export const check = (text: string, command = ""): TemplateStep => ({
  purpose: "check",
  text: `Check afterwards: ${text}`,
  command,
});
export const undo = (text: string, command = ""): TemplateStep => ({
  purpose: "undo",
  text: `If it went wrong: ${text}`,
  command,
});
