import { CHECKS } from "../stages.ts";
import { listed } from "../words.ts";
import type { Artefact, DeliverableDetail, SheetEvidence } from "./artefact.ts";
import type { Block } from "./block.ts";
import { cachingBlocks } from "./caching.ts";
import { decisionBlocks } from "./decisions.ts";
import { domainBlocks } from "./domains.ts";
import { evidenceBlocks } from "./evidence.ts";
import { incidentBlocks } from "./incident.ts";
import { mailBlocks } from "./mail.ts";
import { providerBlock } from "./monitoring.ts";
import { packBlocks } from "./packs.ts";
import { registerBlocks } from "./register.ts";
import { repairBlocks } from "./repairs.ts";
import { rotationBlocks } from "./rotation.ts";

export type Sheet = {
  /** What no rule gathers, said before everything else. */
  remark: string | null;
  blocks: Block[];
};

/** The deliverable as it is read, from the data of this moment. */
export function sheetOf({ artefact, evidence, asOf }: DeliverableDetail): Sheet {
  return {
    remark: remarkOn(evidence),
    blocks: [...artefactBlocks(artefact, asOf), ...evidenceBlocks(evidence, artefact)],
  };
}

function remarkOn(evidence: readonly SheetEvidence[]): string | null {
  const byWord = evidence.filter(({ isByRules }) => !isByRules);
  if (byWord.length === 0) return null;
  const names = listed(byWord.map(({ checkId }) => `“${CHECKS[checkId].shortTitle}”`));
  const verb = byWord.length === 1 ? "is" : "are";
  const what = byWord.length === evidence.length ? "this" : names;
  if (byWord.every(({ status }) => status === "attested")) {
    return `No rule gathers ${what} yet: it rests on what people stated for ${names}.`;
  }
  return `No rule gathers ${what} yet: it is complete once ${names} ${verb} attested.`;
}

function artefactBlocks(artefact: Artefact, asOf: string): Block[] {
  switch (artefact.kind) {
    case "register":
      return registerBlocks(artefact);
    case "decisions":
      return decisionBlocks(artefact, new Date(asOf));
    case "repairs":
      return repairBlocks(artefact);
    case "domains":
      return domainBlocks(artefact);
    case "mail":
      return mailBlocks(artefact);
    case "caching":
      return cachingBlocks(artefact);
    case "rotation":
      return rotationBlocks(artefact);
    case "monitoring":
      return [providerBlock("Who runs it", artefact.providers)];
    case "incident":
      return incidentBlocks(artefact, asOf);
    case "packs":
      return packBlocks(artefact);
    case "evidence":
      return [];
  }
}
