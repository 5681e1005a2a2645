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

const stable = "aws ecs wait services-stable --cluster CLUSTER --services SERVICE";
const restart = act(
  "Start new tasks: a running task keeps the value that it was started with.",
  "aws ecs update-service --cluster CLUSTER --service SERVICE --force-new-deployment",
);

export const aws: PlatformTemplates = {
  deploy: [
    announce,
    greenFirst,
    act(
      "Note the revision of the task definition that runs now: it is the way back.",
      "aws ecs describe-services --cluster CLUSTER --services SERVICE --query 'services[0].taskDefinition'",
    ),
    act(
      "Push the image under a tag of its own, and register a task definition that names it.",
      "aws ecs register-task-definition --cli-input-json file://task-definition.json",
    ),
    act(
      "Let the service use the new revision.",
      "aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY:REVISION",
    ),
    check("the service becomes stable: as many tasks run as should, and the load balancer finds them healthy.", stable),
    productWorks,
    undo(
      "let the service use the revision that was noted.",
      "aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY:REVISION",
    ),
  ],
  roll_back: [
    announce,
    dataStays,
    act("List the revisions, newest first.", "aws ecs list-task-definitions --family-prefix FAMILY --sort DESC"),
    act(
      "Let the service use the last one that worked. An image under a tag that has been overwritten, such as latest, cannot be gone back to.",
      "aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY:REVISION",
    ),
    act("Remember that values in Secrets Manager and Parameter Store do not go back with it."),
    check("the service becomes stable.", stable),
    productWorks,
    undo(
      "let the service use the newer revision again.",
      "aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY:REVISION",
    ),
  ],
  change_variable: [
    noteValue,
    act("See where it comes from: the task definition itself, Parameter Store or Secrets Manager."),
    act("Change it in staging first, and see that it works there."),
    act(
      "A secret: store a new version, read from a file that is deleted afterwards.",
      "aws secretsmanager put-secret-value --secret-id ID --secret-string file://value.txt",
    ),
    act(
      "A plain variable: register a new revision of the task definition that has it, and let the service use that.",
      "aws ecs register-task-definition --cli-input-json file://task-definition.json",
    ),
    restart,
    check("the service becomes stable, and the feature that reads the variable works.", stable),
    undo("let the service use the former revision, or put the former value back and start new tasks."),
  ],
  restore: restoration(
    [
      act(
        "See how far back the database can go.",
        "aws rds describe-db-instances --db-instance-identifier SOURCE --query 'DBInstances[0].LatestRestorableTime'",
      ),
      act(
        "Restore the moment into a new instance. It comes with default security and parameter groups unless they are named.",
        "aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier SOURCE --target-db-instance-identifier TARGET --restore-time TIME",
      ),
    ],
    [
      act(
        "Give the service the address of the new instance, and start new tasks.",
        "aws ecs update-service --cluster CLUSTER --service SERVICE --force-new-deployment",
      ),
      dataBack,
      keepDamaged,
    ],
  ),
  rotate: rotation(
    [
      act(
        "Store it as a new version, read from a file that is deleted afterwards.",
        "aws secretsmanager put-secret-value --secret-id ID --secret-string file://value.txt",
      ),
      restart,
    ],
    undo("while the old secret is still valid, store it again and start new tasks."),
  ),
};
