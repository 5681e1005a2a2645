import { ago, isFresh } from "../age.ts";
import { CHECKS } from "../stages.ts";
import type { Decision } from "../status.ts";
import { differences, ownerFindings } from "./owners.ts";
import { decideByFindings, type Finding, oldestOf } from "./owners-findings.ts";
import { LINK_KIND_NAMES, NEEDED_LINKS, PROVIDER_KIND_NAMES } from "./owners-words.ts";
import type { LinkFact, Records } from "./types.ts";

type Followed = { name: string; check: LinkFact["check"] };

/** Whether a check of a link still counts. */
function isCheckFresh(at: string, now: Date): boolean {
  return isFresh(at, CHECKS["handover-review"].freshDays, now);
}

/**
 * `handover-review`: a link of each kind that was reached within the check's days, no link that is broken, two current
 * owners for each critical row, and a runbook for deploying. Null while none of it is written down.
 */
export function handoverReview(records: Records, now: Date): Decision | null {
  const { providers, links, runbooks } = records;
  const canDeploy = runbooks.some(({ kind, steps }) => kind === "deploy" && steps.length > 0);
  if (providers.length === 0 && links.length === 0 && !canDeploy) return null;
  const followed = allLinks(records);
  const findings = [
    ...followed.flatMap((link) => linkFindings(link, now)),
    ...NEEDED_LINKS.flatMap((kind) => kindFindings(kind, links)),
    ...ownerFindings(records),
    ...differences(records),
    ...(canDeploy ? [] : [{ level: "unknown" as const, text: "there is no runbook for deploying" }]),
  ];
  const oldest = oldestOf(followed.flatMap(({ check }) => check?.at ?? []));
  const age = oldest === null ? "never" : ago(oldest, now);
  return decideByFindings(findings, oldest, {
    line: "Links reached, two owners each, a deploy runbook",
    why: `Every link was reached, the oldest ${age}; each critical row has two owners, and there is a runbook for deploying.`,
  });
}

/** Those of the list, and the consoles of the providers: all of them end up in the pack. */
function allLinks({ links, providers }: Pick<Records, "links" | "providers">): Followed[] {
  return [
    ...links.map(({ title, check }) => ({ name: `the link “${title}”`, check })),
    ...providers
      .filter(({ consoleUrl }) => consoleUrl !== null)
      .map(({ kind, console }) => ({ name: `the console of ${PROVIDER_KIND_NAMES[kind]}`, check: console })),
  ];
}

function linkFindings({ name, check }: Followed, now: Date): Finding[] {
  if (!check) return [{ level: "unknown", text: `${name} waits for its first check` }];
  switch (check.state) {
    case "broken":
      return [{ level: "failing", text: `${name} is broken` }];
    case "unreachable":
      return [{ level: "unknown", text: `${name} could not be reached` }];
    case "not_checked":
      return [{ level: "warning", text: `${name} was not looked at` }];
    case "reachable":
      return isCheckFresh(check.at, now)
        ? []
        : [{ level: "stale", text: `${name} was last reached ${ago(check.at, now)}` }];
  }
}

/** A link that is not looked at does no harm beside another one of its kind, but it shows nothing alone. */
function kindFindings(kind: (typeof NEEDED_LINKS)[number], links: readonly LinkFact[]): Finding[] {
  const own = links.filter((link) => link.kind === kind);
  const name = LINK_KIND_NAMES[kind].toLowerCase();
  if (own.length === 0) return [{ level: "unknown", text: `there is no link of the kind “${name}”` }];
  if (own.every(({ check }) => check?.state === "not_checked")) {
    return [{ level: "unknown", text: `no link of the kind “${name}” could be looked at` }];
  }
  return [];
}
