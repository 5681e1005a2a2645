import {
  announce,
  databaseElsewhere,
  dataStays,
  greenFirst,
  noteValue,
  productWorks,
  rotation,
  whichVersion,
} from "./shared.ts";
import { act, check, type PlatformTemplates, undo } from "./step.ts";

/** In words that fit any platform; whoever takes it puts their own commands in. */
export const other: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act("Note which version runs now and how to get it back."),
    act("Deploy the version in the way that your platform has for it."),
    check("the platform says that the new version runs, and that its health check passes."),
    productWorks,
    undo("deploy the version that was noted."),
  ],
  roll_back: [
    announce,
    whichVersion,
    dataStays,
    act("Deploy that version in the way that your platform has for it."),
    act("Stop automatic deploys until the fault is found, or the next merge brings it back."),
    productWorks,
    undo("deploy the newer version again, and switch automatic deploys on."),
  ],
  change_variable: [
    noteValue,
    act(
      "See where else the variable is set: other environments, the pipeline, a file in the repository that wins over it.",
    ),
    act("Change it on staging first, restart, and see that it works there."),
    act("Change it in production."),
    act(
      "Restart or redeploy, unless you know that the platform does so by itself: most programs read variables only at their start.",
    ),
    check("what runs was started after the change, and the feature that reads the variable works."),
    undo("set the former value from the team's safe and restart once more."),
  ],
  restore: databaseElsewhere,
  rotate: rotation(
    [
      act("Put it in place of the old one everywhere on your list."),
      act("Restart or redeploy whatever reads it only at its start."),
    ],
    undo("while the old secret is still valid, put it back and restart."),
  ),
};
