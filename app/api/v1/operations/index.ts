import type { AnyOperation } from "../operation.ts";
import { accountOperations } from "./account.ts";
import { checkOperations } from "./checks.ts";
import { deploymentOperations } from "./deployments.ts";
import { hostOperations } from "./hosts.ts";
import { memberOperations } from "./members.ts";
import { oldUrlOperations } from "./old-urls.ts";
import { packOperations } from "./packs.ts";
import { projectOperations } from "./projects.ts";
import { riskOperations } from "./risks.ts";
import { roadmapOperations } from "./roadmap.ts";
import { runOperations } from "./runs.ts";
import { scheduleOperations } from "./schedule.ts";
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
  ...packOperations,
  ...deploymentOperations,
  ...memberOperations,
  ...accountOperations,
];
