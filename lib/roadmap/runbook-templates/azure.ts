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

const swap = "az webapp deployment slot swap --name APP --resource-group GROUP --slot staging --target-slot production";
const tail = "az webapp log tail --name APP --resource-group GROUP";

export const azure: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act(
      "Deploy to the staging slot.",
      "az webapp deploy --name APP --resource-group GROUP --slot staging --src-path PACKAGE",
    ),
    act("Open the staging slot's own address and see that it works there."),
    act("Swap. Settings that are not marked as deployment slot settings move along with the code.", swap),
    check("the production address answers with the new version, and the log shows no error.", tail),
    productWorks,
    undo("swap again: the version before is in the staging slot.", swap),
  ],
  roll_back: [
    announce,
    dataStays,
    act("See that the staging slot still has the version before, and that nobody has deployed over it."),
    act("Swap it back into production.", swap),
    act(
      "Without a slot, deploy the package of the last version that worked.",
      "az webapp deploy --name APP --resource-group GROUP --src-path PACKAGE",
    ),
    check("the production address answers with the older version.", tail),
    productWorks,
    undo("swap once more.", swap),
  ],
  change_variable: [
    noteValue,
    act(
      "See the present names, and which are marked as slot settings.",
      "az webapp config appsettings list --name APP --resource-group GROUP --query '[].{name:name, slot:slotSetting}'",
    ),
    act("Change it in the staging slot first, and see that it works there."),
    act(
      "Change it in production. Each change restarts the app. For a secret use a Key Vault reference, so that the value is not a setting at all.",
      "az webapp config appsettings set --name APP --resource-group GROUP --settings NAME=VALUE",
    ),
    act("If several change, set them in one command: each command is a restart."),
    check("the app has restarted, and the feature that reads the variable works.", tail),
    undo("set the former value in the same way; the app restarts once more."),
  ],
  restore: restoration(
    [
      act(
        "See how far back the server's backups reach.",
        "az postgres flexible-server backup list --resource-group GROUP --name SERVER",
      ),
      act(
        "Restore the chosen moment into a new server. Its firewall rules and parameters have to be set again.",
        "az postgres flexible-server restore --resource-group GROUP --name NEW_SERVER --source-server SERVER --restore-time TIME",
      ),
    ],
    [act("Give the app the address of the new server; it restarts."), dataBack, keepDamaged],
  ),
  rotate: rotation(
    [
      act(
        "Store it as a new version in Key Vault, read from a file that is deleted afterwards.",
        "az keyvault secret set --vault-name VAULT --name NAME --file value.txt",
      ),
      act(
        "Restart: a Key Vault reference is read again at the start, else only within a day.",
        "az webapp restart --name APP --resource-group GROUP",
      ),
    ],
    undo(
      "while the old secret is still valid, store it again and restart.",
      "az webapp restart --name APP --resource-group GROUP",
    ),
  ),
};
