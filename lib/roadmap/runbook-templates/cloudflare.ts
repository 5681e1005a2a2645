import { announce, dataBack, dataStays, greenFirst, noteValue, productWorks, restoration, rotation } from "./shared.ts";
import { act, check, type PlatformTemplates, undo } from "./step.ts";

export const cloudflare: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act(
      "See which variables the dashboard has: a deploy overwrites them by those of the Wrangler file, unless it says keep_vars.",
    ),
    act("Deploy the Worker.", "npx wrangler deploy"),
    check("the new version has all of the traffic.", "npx wrangler deployments list"),
    act("Watch the live log for a few minutes.", "npx wrangler tail"),
    productWorks,
    undo("go back to the version before it.", "npx wrangler rollback"),
  ],
  roll_back: [
    announce,
    dataStays,
    act("Find the version that worked.", "npx wrangler deployments list"),
    act(
      "Give it all of the traffic. Dashboard: Workers & Pages, the Worker, Deployments, Rollback.",
      "npx wrangler rollback VERSION_ID",
    ),
    act(
      "Remember what does not go back: the contents of KV, D1, R2 and Durable Objects. A version from before a Durable Object migration cannot be chosen.",
    ),
    productWorks,
    undo("deploy the newest code again.", "npx wrangler deploy"),
  ],
  change_variable: [
    noteValue,
    act(
      "Plain variables stand in the Wrangler file, secrets do not; see which this one is.",
      "npx wrangler secret list",
    ),
    act(
      "Change it in the staging environment first, and see that it works there.",
      "npx wrangler secret put NAME --env staging",
    ),
    act(
      "Set the secret in production. The value is asked for. This makes a new version and deploys it at once.",
      "npx wrangler secret put NAME",
    ),
    act("For a plain variable, change the Wrangler file, commit it and deploy.", "npx wrangler deploy"),
    check("the feature that reads the variable works, and the log shows no error.", "npx wrangler tail"),
    undo(
      "set the former value in the same way. A rollback to an older version brings its variables with it.",
      "npx wrangler rollback",
    ),
  ],
  restore: [
    ...restoration(
      [
        act(
          "For D1, see what Time Travel would go back to. It reaches 30 days back on the paid plan and 7 on the free one.",
          "npx wrangler d1 time-travel info DATABASE --timestamp=TIMESTAMP",
        ),
        act(
          "Export the database as it is now: a restore goes over it in place.",
          "npx wrangler d1 export DATABASE --remote --output=before-restore.sql",
        ),
        act(
          "Restore it, and note the bookmark that the command prints: it is the way back.",
          "npx wrangler d1 time-travel restore DATABASE --timestamp=TIMESTAMP",
        ),
      ],
      [
        dataBack,
        undo(
          "restore to the bookmark that was noted.",
          "npx wrangler d1 time-travel restore DATABASE --bookmark=BOOKMARK",
        ),
      ],
    ),
  ],
  rotate: rotation(
    [
      act(
        "Set it in production; the value is asked for, and a new version is deployed at once. Do the same in each other environment.",
        "npx wrangler secret put NAME",
      ),
    ],
    undo("while the old secret is still valid, put it back in the same way.", "npx wrangler secret put NAME"),
  ),
};
