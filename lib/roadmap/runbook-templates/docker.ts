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

const recreate = act(
  "Make the container anew. A mere restart keeps the old environment.",
  "docker compose up -d SERVICE",
);

export const docker: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act("On the host, note the images that run now: they are the way back.", "docker compose images"),
    act("Set the new tag in the Compose file or its .env, and fetch the image.", "docker compose pull"),
    act("Make the containers anew.", "docker compose up -d"),
    check("all containers are up and healthy.", "docker compose ps"),
    act("Watch the log for a few minutes.", "docker compose logs --follow --tail=100"),
    productWorks,
    undo("set the tag that was noted and make the containers anew.", "docker compose up -d"),
  ],
  roll_back: [
    announce,
    dataStays,
    act(
      "Find the tag of the last version that worked; a tag that is overwritten, such as latest, is no way back.",
      "docker image ls",
    ),
    act("Set that tag in the Compose file or its .env, and make the containers anew.", "docker compose up -d"),
    act("Remember that volumes stay as they are."),
    check("all containers are up and healthy.", "docker compose ps"),
    productWorks,
    undo("set the newer tag and make the containers anew.", "docker compose up -d"),
  ],
  change_variable: [
    noteValue,
    act(
      "Copy the file that holds the variables, readable for its owner only: it is the way back.",
      "cp -p .env .env.before",
    ),
    act("Change it on staging first, and see that it works there."),
    act("Change it in the .env file on the host with an editor, not with a command that lands in the shell's history."),
    recreate,
    check(
      "the container is newer than the change, and the feature that reads the variable works.",
      "docker compose ps",
    ),
    undo("put the copy back and make the container anew.", "cp -p .env.before .env && docker compose up -d SERVICE"),
    act("When all is well, delete the copy.", "rm .env.before"),
  ],
  restore: restoration(
    [
      act("Stop what writes, and leave the database running.", "docker compose stop SERVICE"),
      act(
        "Make a new, empty database beside the present one.",
        "docker compose exec -T DB_SERVICE createdb -U USER NEW_DATABASE",
      ),
      act(
        "Restore the dump into it.",
        "docker compose exec -T DB_SERVICE pg_restore -U USER --no-owner -d NEW_DATABASE < backup.dump",
      ),
    ],
    [
      act("Let the .env file name the restored database, and make the containers anew.", "docker compose up -d"),
      dataBack,
      keepDamaged,
    ],
  ),
  rotate: rotation(
    [act("Replace it in the .env file or the secret's file on the host, with an editor."), recreate],
    undo(
      "while the old secret is still valid, put it back and make the container anew.",
      "docker compose up -d SERVICE",
    ),
  ),
};
