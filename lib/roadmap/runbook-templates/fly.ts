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

export const fly: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act("Note the image that runs now: it is the way back.", "fly releases --image --app APP"),
    act(
      "Build and deploy; a release command with migrations runs before the machines are replaced.",
      "fly deploy --app APP",
    ),
    check("all machines are started and their health checks pass.", "fly status --app APP"),
    act("Watch the log for a few minutes.", "fly logs --app APP"),
    productWorks,
    undo("deploy the image that was noted.", "fly deploy --app APP --image IMAGE"),
  ],
  roll_back: [
    announce,
    dataStays,
    act("Find the image of the last release that worked.", "fly releases --image --app APP"),
    act(
      "Deploy that image. Its fly.toml is the one of your folder, so check out the matching commit first.",
      "fly deploy --app APP --image IMAGE",
    ),
    act("Remember that secrets do not go back with it: they are as they were set last."),
    check("all machines run that image and their health checks pass.", "fly status --app APP"),
    productWorks,
    undo("deploy the newest image again.", "fly deploy --app APP --image IMAGE"),
  ],
  change_variable: [
    noteValue,
    act(
      "See whether it is a secret or stands in fly.toml under [env]; a secret of the same name wins.",
      "fly secrets list --app APP",
    ),
    act("Change it on the staging app first, and see that it works there."),
    act(
      "Set it in production from a file that is deleted afterwards, with lines NAME=VALUE, so that it does not land in the shell's history. The machines restart one after another.",
      "fly secrets import --app APP < secrets.txt",
    ),
    act("For a plain variable, change [env] in fly.toml, commit it and deploy.", "fly deploy --app APP"),
    check("all machines have restarted and pass their health checks, and the feature works.", "fly status --app APP"),
    undo("set the former value in the same way; the machines restart once more."),
  ],
  restore: restoration(
    [
      act(
        "Find the snapshot of the volume, or in the dashboard the backup of the managed Postgres.",
        "fly volumes snapshots list VOLUME_ID",
      ),
      act(
        "Make a new volume from it, in the region of the old one. A managed Postgres is restored to a new cluster in the dashboard.",
        "fly volumes create NAME --app APP --region REGION --snapshot-id SNAPSHOT_ID",
      ),
    ],
    [
      act("Attach the restored volume or point the app at the restored cluster, and start the machines."),
      dataBack,
      keepDamaged,
    ],
  ),
  rotate: rotation(
    [
      act(
        "Set it from a file that is deleted afterwards, with a line NAME=VALUE; the machines restart one after another.",
        "fly secrets import --app APP < secrets.txt",
      ),
    ],
    undo("while the old secret is still valid, import it again."),
  ),
};
