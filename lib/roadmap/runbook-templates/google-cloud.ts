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

const revisions = "gcloud run revisions list --service SERVICE --region REGION";
const toRevision = "gcloud run services update-traffic SERVICE --region REGION --to-revisions REVISION=100";

export const googleCloud: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act("Note the revision that has the traffic now: it is the way back.", revisions),
    act("Deploy the image as a new revision.", "gcloud run deploy SERVICE --image IMAGE --region REGION"),
    check(
      "the new revision has all of the traffic. If it was pinned to a revision before, it does not get any.",
      revisions,
    ),
    productWorks,
    undo("give the traffic back to the revision that was noted.", toRevision),
  ],
  roll_back: [
    announce,
    dataStays,
    act("Find the last revision that worked.", revisions),
    act("Give it all of the traffic; it is there at once, with the variables of its own time.", toRevision),
    act("Remember that the traffic is now pinned: a new deploy gets none until it is released again."),
    productWorks,
    undo(
      "give the traffic to the newest revision, which also ends the pin.",
      "gcloud run services update-traffic SERVICE --region REGION --to-latest",
    ),
  ],
  change_variable: [
    noteValue,
    act("See what the service has now.", "gcloud run services describe SERVICE --region REGION"),
    act("Change it on the staging service first, and see that it works there."),
    act(
      "A plain variable: update it, which makes a new revision. Do not use --set-env-vars: it removes all that are not named.",
      "gcloud run services update SERVICE --region REGION --update-env-vars NAME=VALUE",
    ),
    act(
      "A secret: add a version to Secret Manager from a file that is deleted afterwards, then make a new revision. A revision keeps the version that it was started with.",
      "gcloud secrets versions add SECRET --data-file=value.txt",
    ),
    check("a new revision has the traffic, and the feature that reads the variable works.", revisions),
    undo("give the traffic back to the revision before.", toRevision),
  ],
  restore: restoration(
    [
      act("See which backups there are.", "gcloud sql backups list --instance INSTANCE"),
      act(
        "Clone the instance to the chosen moment under a new name; point-in-time recovery has to have been on.",
        "gcloud sql instances clone INSTANCE NEW_INSTANCE --point-in-time TIMESTAMP",
      ),
    ],
    [
      act("Connect the service to the new instance and give it its address, which makes a new revision."),
      dataBack,
      keepDamaged,
    ],
  ),
  rotate: rotation(
    [
      act(
        "Add it as a new version, read from a file that is deleted afterwards.",
        "gcloud secrets versions add SECRET --data-file=value.txt",
      ),
      act(
        "Make a new revision that uses it.",
        "gcloud run services update SERVICE --region REGION --update-secrets NAME=SECRET:latest",
      ),
    ],
    undo(
      "while the old secret is still valid, let the service use its version by number.",
      "gcloud run services update SERVICE --region REGION --update-secrets NAME=SECRET:VERSION",
    ),
  ),
};
