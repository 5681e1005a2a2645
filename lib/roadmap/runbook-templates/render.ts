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

export const render: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act(
      "Merge into the branch that the service follows; with Auto-Deploy on it is built and deployed.",
      "git push origin main",
    ),
    act("With Auto-Deploy off: the service's page, Manual Deploy, Deploy latest commit."),
    check("the Events page shows the deploy as live and the health check passes."),
    productWorks,
    undo("on the Events page, Rollback at the deploy before it."),
  ],
  roll_back: [
    announce,
    dataStays,
    act("On the service's Events page, find the last deploy that worked. Only recent ones still have their build."),
    act("Choose Rollback and confirm. Nothing is built, so it starts within a minute or two."),
    act(
      "Remember that a rollback from the dashboard switches Auto-Deploy off, and that disks and databases stay as they are.",
    ),
    productWorks,
    undo("deploy the newest commit again, and switch Auto-Deploy on in Settings."),
  ],
  change_variable: [
    noteValue,
    act("See whether the variable belongs to the service or to an environment group that other services share."),
    act("Change it on the staging service first, and see that it works there."),
    act(
      "In production: the service's Environment page, edit, Save, and choose that it is deployed. What is only saved counts from the next deploy.",
    ),
    act("If a Blueprint (render.yaml) sets the variable, change it there too, or the next sync takes it back."),
    check("the Events page shows a deploy after the change, and the feature that reads the variable works."),
    undo("set the former value and deploy once more."),
  ],
  restore: restoration(
    [
      act(
        "Open the database's Recovery page and restore the chosen moment into a new database. How far back it reaches depends on the plan.",
      ),
    ],
    [
      act(
        "Give the services the address of the restored database, and see that no environment group still has the old one.",
      ),
      dataBack,
      keepDamaged,
    ],
  ),
  rotate: rotation(
    [
      act("Replace it on the Environment page of each service, or once in the environment group that they share."),
      act("Save and deploy; see that each service that shares the group was deployed too."),
    ],
    undo("while the old secret is still valid, put it back and deploy."),
  ),
};
