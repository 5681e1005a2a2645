import type { AnyOperation } from "../operation.ts";
import { accountOperations } from "./account.ts";
import { brandingOperations } from "./branding.ts";
import { checkOperations } from "./checks.ts";
import { decisionOperations } from "./decisions.ts";
import { deliverableOperations } from "./deliverables.ts";
import { deploymentOperations } from "./deployments.ts";
import { hostOperations } from "./hosts.ts";
import { importOperations } from "./imports.ts";
import { memberOperations } from "./members.ts";
import { oldUrlOperations } from "./old-urls.ts";
import { ownerOperations } from "./owners.ts";
import { packOperations } from "./packs.ts";
import { projectOperations } from "./projects.ts";
import { riskOperations } from "./risks.ts";
import { roadmapOperations } from "./roadmap.ts";
import { runbookOperations } from "./runbooks.ts";
import { runOperations } from "./runs.ts";
import { savedViewOperations } from "./saved-views.ts";
import { scheduleOperations } from "./schedule.ts";
import { shareOperations } from "./shares.ts";
import { signOffOperations } from "./sign-offs.ts";
import { sprintOperations } from "./sprints.ts";
import { targetOperations } from "./targets.ts";

/** The whole JSON API. */
export const OPERATIONS: readonly AnyOperation[] = [
  ...roadmapOperations,
  ...projectOperations,
  ...targetOperations,
  ...hostOperations,
  ...oldUrlOperations,
  ...scheduleOperations,
  ...runOperations,
  ...checkOperations,
  ...riskOperations,
  ...deliverableOperations,
  ...decisionOperations,
  ...importOperations,
  ...savedViewOperations,
  ...packOperations,
  ...shareOperations,
  ...signOffOperations,
  ...brandingOperations,
  ...ownerOperations,
  ...runbookOperations,
  ...sprintOperations,
  ...deploymentOperations,
  ...memberOperations,
  ...accountOperations,
];
