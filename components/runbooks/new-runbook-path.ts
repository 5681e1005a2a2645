import { paths, query } from "#components/paths.ts";
import { PLATFORMS, type Platform, RUNBOOK_KINDS, type RunbookKind } from "#lib/roadmap/records/types.ts";

export type NewRunbook = { kind: RunbookKind; platform: Platform };

/** The sheet for a new runbook is part of the address, with what is chosen in it. */
export function newRunbookPath(slug: string, { kind, platform }: Partial<NewRunbook> = {}): string {
  return `${paths.runbooks(slug)}${query({ new: 1, kind, platform })}`;
}

type Search = Record<string, string | string[] | undefined>;

/** What the address chooses; what it does not name is as the project's other runbooks have it. */
export function parseNewRunbook(search: Search, platform: Platform | undefined): NewRunbook | null {
  if (search.new === undefined) return null;
  return {
    kind: RUNBOOK_KINDS.find((kind) => kind === search.kind) ?? "change_variable",
    platform: PLATFORMS.find((one) => one === search.platform) ?? platform ?? "vercel",
  };
}
