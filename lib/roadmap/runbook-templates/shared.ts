import { act, check, type TemplateStep, undo } from "./step.ts";

/** What is the same wherever the product runs. */
export const announce = act(
  "Say in the team's channel what you are about to change, in which environment, and who watches with you.",
);
export const greenFirst = act("See that the version's checks are green, and that it ran on staging or as a preview.");
export const productWorks = check(
  "open the product as a visitor and as a signed-in person, do the one thing that it is for, and watch the errors for ten minutes.",
);
export const noteValue = act(
  "Write down the variable's name, who asked for the change, and where the present value is kept in the team's safe. Never paste a value into chat, a ticket or this runbook.",
);
export const whichVersion = act(
  "Find the last version that worked, and see what it would take back: migrations that have run since stay in the database.",
);
export const dataStays = act(
  "If the bad version changed data or the schema, stop here and use the restore runbook: rolling back the code does not bring data back.",
);

/** A secret is replaced without a moment in which none is valid: make the new one, use it, then end the old one. */
export function rotation(set: readonly TemplateStep[], back: TemplateStep): readonly TemplateStep[] {
  return [
    act(
      "List every place that uses the secret: each environment, the pipeline, webhooks at the other side, people's machines.",
    ),
    act(
      "Make the new secret at the service that issues it and put it into the team's safe. Leave the old one valid for now.",
    ),
    ...set,
    check(
      "the feature that needs the secret works, and the issuing service shows use of the new one and none of the old one.",
    ),
    back,
    act("Only now end the old secret at the service that issues it, and note the date of the rotation."),
  ];
}

/** A restore goes beside what runs, is looked at, and only then takes its place. */
export function restoration(
  make: readonly TemplateStep[],
  switchOver: readonly TemplateStep[],
): readonly TemplateStep[] {
  return [
    act(
      "Decide with the founder to which moment to go back, and what is lost after it. Stop what writes: switch the product to maintenance or stop its workers.",
    ),
    ...make,
    act(
      "Compare before anybody uses it: the newest rows, the number of rows in the most important tables, one record that you know.",
    ),
    ...switchOver,
  ];
}

export const dataBack = check(
  "sign in, look at a record from just before the chosen moment, write a new one, and see that jobs run again.",
);
export const keepDamaged = undo(
  "point the product at the former database again. Keep that one, untouched, for at least a week: it is the only other copy.",
);

/** For platforms whose databases are somebody else's product. */
export const databaseElsewhere: readonly TemplateStep[] = restoration(
  [
    act(
      "In the console of the provider that hosts the database, restore the backup or the moment into a new database or branch, not over the present one.",
    ),
  ],
  [
    act("Give production the address of the restored database, as the runbook for changing a variable says."),
    dataBack,
    keepDamaged,
  ],
);
