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

const status = "kubectl rollout status deployment/NAME --namespace NAMESPACE";
const goBack = "kubectl rollout undo deployment/NAME --namespace NAMESPACE";
const restart = act(
  "Restart the pods: those that run keep the environment that they were started with.",
  "kubectl rollout restart deployment/NAME --namespace NAMESPACE",
);
const replaceSecret = act(
  "Replace the Secret by one made from files that are deleted afterwards. Name every key: what is left out is gone.",
  "kubectl create secret generic SECRET --namespace NAMESPACE --from-file=KEY=value.txt --dry-run=client -o yaml | kubectl apply -f -",
);

export const kubernetes: PlatformTemplates = {
  deploy: [
    announce,
    act("See that you talk to the right cluster.", "kubectl config current-context"),
    greenFirst,
    act(
      "Set the new image by a tag or digest that is never overwritten. With Helm or GitOps change it there instead, or it is taken back.",
      "kubectl set image deployment/NAME CONTAINER=IMAGE --namespace NAMESPACE",
    ),
    check("the rollout finishes, and all pods are ready.", status),
    productWorks,
    undo("go back to the revision before.", goBack),
  ],
  roll_back: [
    announce,
    act("See that you talk to the right cluster.", "kubectl config current-context"),
    dataStays,
    act("Find the last revision that worked.", "kubectl rollout history deployment/NAME --namespace NAMESPACE"),
    act(
      "Go back to it. ConfigMaps and Secrets do not go back with it, and a GitOps controller undoes it until Git says the same.",
      "kubectl rollout undo deployment/NAME --namespace NAMESPACE --to-revision=REVISION",
    ),
    check("the rollout finishes, and all pods are ready.", status),
    productWorks,
    undo("go back once more: the revision before is now the newer one.", goBack),
  ],
  change_variable: [
    noteValue,
    act("See that you talk to the right cluster.", "kubectl config current-context"),
    act("Change it in the staging namespace first, and see that it works there."),
    act(
      "A plain variable: change the ConfigMap in the repository and apply it. Changed only in the cluster, the next deploy takes it back.",
      "kubectl apply -f configmap.yaml --namespace NAMESPACE",
    ),
    replaceSecret,
    restart,
    check("the rollout finishes, and the feature that reads the variable works.", status),
    undo("apply the former value and restart once more. An undone rollout alone does not bring it back."),
  ],
  restore: restoration(
    [
      act("Stop what writes.", "kubectl scale deployment/NAME --replicas=0 --namespace NAMESPACE"),
      act(
        "Restore the backup into a new database or volume, from a VolumeSnapshot or a dump.",
        "pg_restore --no-owner --dbname=NEW_DATABASE backup.dump",
      ),
    ],
    [
      act(
        "Let the Secret or ConfigMap name the restored database, and start the pods again.",
        "kubectl scale deployment/NAME --replicas=REPLICAS --namespace NAMESPACE",
      ),
      dataBack,
      keepDamaged,
    ],
  ),
  rotate: rotation([replaceSecret, restart], undo("while the old secret is still valid, apply it again and restart.")),
};
