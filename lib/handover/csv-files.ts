import type { CsvCell } from "#lib/csv/write-csv.ts";
import { PROVIDER_KIND_NAMES } from "#lib/roadmap/records/owners-words.ts";
import type { HandoverModel } from "./model.ts";

type CsvFile = { name: string; header: readonly string[]; rows: readonly (readonly CsvCell[])[] };

const yesNo = (value: boolean) => (value ? "yes" : "no");

/** The tables of a pack for whoever works on with them; moments are ISO 8601. */
export function csvFiles(model: HandoverModel): CsvFile[] {
  return [risksFile(model), decisionsFile(model), evidenceFile(model), ownersFile(model)];
}

function risksFile(model: HandoverModel): CsvFile {
  return {
    name: "risks.csv",
    header: [
      ...["number", "title", "severity", "likelihood", "impact", "state", "blocks_launch", "check", "target"],
      ...["owner", "due_at", "created_at", "found_by_run", "last_seen_by_run", "tool", "fix"],
    ],
    rows: model.risks.map((risk) => [
      ...[risk.number, risk.title, risk.severity, risk.likelihood, risk.impact, risk.state, yesNo(risk.isBlocking)],
      ...[risk.check, risk.target, risk.owner, risk.dueAt, risk.createdAt, risk.foundRun, risk.lastSeenRun],
      ...[risk.tool, risk.fix],
    ]),
  };
}

function decisionsFile(model: HandoverModel): CsvFile {
  return {
    name: "decisions.csv",
    header: [
      ...["subject", "risk", "decision", "standing", "reason", "compensating_control", "owner", "asked_by"],
      ...["decided_by", "two_people", "decided_at", "expires_at"],
    ],
    rows: model.decisions.map((one) => [
      ...[one.subject, one.riskNumber, one.decision, one.standing, one.reason, one.compensatingControl, one.owner],
      ...[one.askedBy, one.decider, yesNo(one.isByTwo), one.createdAt, one.expiresAt],
    ]),
  };
}

function evidenceFile(model: HandoverModel): CsvFile {
  return {
    name: "evidence.csv",
    header: ["ref", "check", "rule", "target", "verdict", "summary", "evidence", "observed_at", "run", "reproduce"],
    rows: model.evidence.map((row) => [
      ...[row.ref, row.check, row.rule, row.target, row.verdict, row.summary],
      row.evidence.map(({ label, value }) => `${label}: ${value}`).join("\n"),
      ...[row.observedAt, row.runNumber, row.reproduce],
    ]),
  };
}

function ownersFile(model: HandoverModel): CsvFile {
  return {
    name: "owners.csv",
    header: [
      "kind",
      "provider",
      "observed",
      "console",
      "console_state",
      "owners",
      "other_way_in",
      "tested_at",
      "tested_by",
    ],
    rows: model.providers.map((one) => [
      PROVIDER_KIND_NAMES[one.kind],
      one.provider,
      one.observed.map(({ provider }) => provider).join("\n"),
      ...[one.link, one.linkState],
      one.owners.map(({ name, contact }) => (contact === "" ? name : `${name}, ${contact}`)).join("\n"),
      ...[one.breakGlass, one.testedAt, one.testedBy],
    ]),
  };
}
