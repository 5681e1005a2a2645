import { announce, databaseElsewhere, dataStays, greenFirst, noteValue, productWorks, rotation } from "./shared.ts";
import { act, check, type PlatformTemplates, undo } from "./step.ts";

const redeploy = act(
  "Deploy again: builds and functions see a changed variable only in a new deploy. Dashboard: Deploys, Trigger deploy.",
  "netlify build && netlify deploy --prod",
);

export const netlify: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act("Merge into the production branch; Netlify builds and publishes it.", "git push origin main"),
    act("Without Git, build and publish the present folder instead.", "netlify build && netlify deploy --prod"),
    check("the deploy is Published, and its log ends without a warning that you do not know."),
    productWorks,
    undo("open Deploys, choose the deploy before it and Publish deploy."),
  ],
  roll_back: [
    announce,
    dataStays,
    act("In Deploys, open the last deploy that worked; its preview address shows it as it was."),
    act("Choose Publish deploy. It is live at once, nothing is built again."),
    act("Lock the deploy (Stop auto publishing), so that the next push does not bring the fault back."),
    productWorks,
    undo("start auto publishing again and publish the newest deploy."),
  ],
  change_variable: [
    noteValue,
    act(
      "See the variable and the deploy contexts for which it is set; a context's own value wins.",
      "netlify env:list",
    ),
    act("Change it for Deploy Previews first, and see that it works in one."),
    act(
      "Change it for Production. Dashboard: Project configuration, Environment variables. On the command line the value stays in the shell's history, so prefer the dashboard for secrets.",
      "netlify env:set NAME VALUE --context production",
    ),
    redeploy,
    check("the feature that reads the variable works, functions included."),
    undo(
      "set the former value and deploy again; publishing an older deploy does not undo the variable for the next build.",
    ),
  ],
  restore: databaseElsewhere,
  rotate: rotation(
    [
      act(
        "Replace it in Project configuration, Environment variables, for each context that uses it; mark that it contains a secret value.",
      ),
      redeploy,
    ],
    undo("while the old secret is still valid, put it back and deploy again."),
  ),
};
