import {
  announce,
  dataBack,
  dataStays,
  greenFirst,
  keepDamaged,
  noteValue,
  productWorks,
  restoration,
  rotation,
} from "./shared.ts";
import { act, check, type PlatformTemplates, undo } from "./step.ts";

const deployStaged = act(
  "Changes wait as staged until they are deployed: review them at the top of the project's canvas and choose Deploy.",
);

export const railway: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act("Merge into the branch that the service follows; it is built and deployed.", "git push origin main"),
    act("Without Git, upload the present folder instead.", "railway up"),
    check("the deployment is Active and its health check passed."),
    act("Watch the log for a few minutes.", "railway logs"),
    productWorks,
    undo("in Deployments, the three dots of the deployment before it, Rollback."),
  ],
  roll_back: [
    announce,
    dataStays,
    act(
      "Open the service's Deployments and find the last one that worked; only those within the plan's retention can be chosen.",
    ),
    act("Choose Rollback from its three dots. Both its image and its variables come back."),
    act("Remember that the next push deploys the newest code again, so stop merging until the fault is found."),
    productWorks,
    undo("redeploy the newest deployment from its three dots."),
  ],
  change_variable: [
    noteValue,
    act("Choose the right environment at the top; see whether the variable is the service's own or a shared one."),
    act("Change it in the staging environment first, and see that it works there."),
    act("Change it in production, in the service's Variables. Seal what is secret, so that nobody can read it again."),
    deployStaged,
    check(
      "a deployment newer than the change is Active, and the feature that reads the variable works.",
      "railway logs",
    ),
    undo("set the former value and deploy again, or roll back: the older deployment has the older variables."),
  ],
  restore: restoration(
    [
      act("Open the database service, Backups. Make a backup of the present state first."),
      act(
        "Choose Restore at the backup. It is mounted as a new volume in place of the old one, which stays in the project.",
      ),
      deployStaged,
    ],
    [dataBack, keepDamaged],
  ),
  rotate: rotation(
    [act("Replace it in the Variables of the service, or once in the shared variables."), deployStaged],
    undo("while the old secret is still valid, put it back and deploy."),
  ),
};
