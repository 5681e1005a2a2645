import { announce, databaseElsewhere, dataStays, greenFirst, noteValue, productWorks, rotation } from "./shared.ts";
import { act, check, type PlatformTemplates, undo } from "./step.ts";

const redeploy = act(
  "Deploy production again: a changed variable counts only for deployments that are made after the change. Dashboard: Deployments, the current one, Redeploy.",
  "vercel redeploy DEPLOYMENT_URL",
);

export const vercel: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act(
      "Merge into the production branch; Vercel builds it and gives it the production domains.",
      "git push origin main",
    ),
    act("Without Git, deploy the present folder instead.", "vercel --prod"),
    check("the deployment is Ready and is the one that the production domain shows.", "vercel ls"),
    productWorks,
    undo("give the domains back to the deployment before it, which takes seconds.", "vercel rollback"),
  ],
  roll_back: [
    announce,
    dataStays,
    act("Find the last production deployment that worked.", "vercel ls"),
    act(
      "Give it the production domains. Dashboard: Deployments, the deployment, Instant Rollback. On the Hobby plan only the one before can be chosen.",
      "vercel rollback DEPLOYMENT_URL",
    ),
    act(
      "Remember that it runs with the variables and the cron jobs of its own time, and that new pushes no longer get the domains until a deployment is promoted.",
    ),
    productWorks,
    undo("promote the newer deployment again, which also ends the rollback.", "vercel promote DEPLOYMENT_URL"),
  ],
  change_variable: [
    noteValue,
    act(
      "See which environments have the variable: production, preview and development are three values.",
      "vercel env ls",
    ),
    act("Change it for Preview first, deploy a preview, and see that it works there."),
    act(
      "Change it for Production. Dashboard: Settings, Environment Variables. By the CLI remove the old one, then add the new one; the value is asked for and does not land in the shell's history.",
      "vercel env rm NAME production && vercel env add NAME production",
    ),
    redeploy,
    check("the feature that reads the variable works, and the deployment is newer than the change.", "vercel ls"),
    undo(
      "set the former value again and redeploy. A rollback alone also works: an older deployment has the older value.",
    ),
  ],
  restore: databaseElsewhere,
  rotate: rotation(
    [
      act(
        "Replace it in Production, and in Preview where the same one is used. Mark it Sensitive, so that nobody can read it again.",
        "vercel env rm NAME production && vercel env add NAME production",
      ),
      redeploy,
    ],
    undo("while the old secret is still valid, roll back to the deployment before.", "vercel rollback"),
  ),
};
