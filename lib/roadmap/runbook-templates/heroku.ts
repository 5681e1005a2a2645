import { announce, dataBack, dataStays, greenFirst, noteValue, productWorks, restoration, rotation } from "./shared.ts";
import { act, check, type PlatformTemplates, undo } from "./step.ts";

export const heroku: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act("Note the release that runs now: it is the way back.", "heroku releases --app APP"),
    act("Push; the release phase with the migrations runs before the dynos are replaced.", "git push heroku main"),
    check("the dynos are up and the log shows no crash.", "heroku ps --app APP"),
    act("Watch the log for a few minutes.", "heroku logs --tail --app APP"),
    productWorks,
    undo("go back to the release that was noted.", "heroku rollback RELEASE --app APP"),
  ],
  roll_back: [
    announce,
    dataStays,
    act("Find the last release that worked.", "heroku releases --app APP"),
    act(
      "Go back to it. Its code and its config vars come back; add-ons and data stay as they are.",
      "heroku rollback RELEASE --app APP",
    ),
    act(
      "Remember that this is for the moment only: deploy a repaired version soon, the next push brings the newest code.",
    ),
    productWorks,
    undo("go back to the newer release in the same way.", "heroku rollback RELEASE --app APP"),
  ],
  change_variable: [
    noteValue,
    act("Note which release runs now: it is the way back.", "heroku releases --app APP"),
    act("Change it on the staging app first, and see that it works there."),
    act(
      "Change it in production. Setting a config var makes a new release and restarts all dynos at once. For a secret use the dashboard (Settings, Reveal Config Vars), so that it does not land in the shell's history.",
      "heroku config:set NAME=VALUE --app APP",
    ),
    act("If several change, set them in one command: each command is a restart."),
    check("the dynos are up and the feature that reads the variable works.", "heroku ps --app APP"),
    undo("go back to the release that was noted, or set the former value.", "heroku rollback RELEASE --app APP"),
  ],
  restore: restoration(
    [
      act("Find the backup.", "heroku pg:backups --app APP"),
      act(
        "Put the app into maintenance and back up the present state.",
        "heroku maintenance:on --app APP && heroku pg:backups:capture --app APP",
      ),
      act(
        "Restore the backup into a second database (add one first), whose name Heroku gives as a colour.",
        "heroku pg:backups:restore BACKUP HEROKU_POSTGRESQL_COLOR_URL --app APP",
      ),
    ],
    [
      act(
        "Make the restored database the main one and end the maintenance.",
        "heroku pg:promote HEROKU_POSTGRESQL_COLOR_URL --app APP && heroku maintenance:off --app APP",
      ),
      dataBack,
      undo(
        "promote the former database again. Keep it for at least a week: it is the only other copy.",
        "heroku pg:promote FORMER_DATABASE --app APP",
      ),
    ],
  ),
  rotate: rotation(
    [
      act(
        "Replace it in the dashboard (Settings, Reveal Config Vars). All dynos restart at once. For the database's own password let Heroku do both sides instead.",
        "heroku pg:credentials:rotate DATABASE_URL --app APP",
      ),
    ],
    undo("while the old secret is still valid, go back to the release before.", "heroku rollback --app APP"),
  ),
};
