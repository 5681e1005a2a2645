import type { CheckId } from "#lib/roadmap/ids.ts";
import { clipped, counted } from "#lib/roadmap/words.ts";
import { accentOf } from "./accent.ts";
import type { HandoverModel } from "./model.ts";
import { changesView } from "./view-changes.ts";
import { readinessChart, riskMatrix, verdictChart } from "./view-charts.ts";
import { momentOf } from "./view-dates.ts";
import { evidenceNote, evidenceView } from "./view-evidence.ts";
import {
  deliverablesView,
  linksView,
  ownersView,
  recoveryView,
  runbooksView,
  signalsNote,
  signalsView,
  signOffsView,
  sprintView,
} from "./view-registers.ts";
import { decisionsView, registerNote, registerView, risksNote, risksView } from "./view-risks.ts";
import { stagesView } from "./view-stages.ts";
import * as words from "./view-words.ts";
import { day, minute } from "./view-words.ts";

/** The pack in the words that its pages print. PDF and HTML lay this out, so that both say the same. */
export type PackView = ReturnType<typeof packView>;

/** The house's own accent: its ink. */
const HOUSE_ACCENT = "#1b1b18";

export function packView(model: HandoverModel) {
  const checks = new Map(model.stages.flatMap((stage) => stage.checks).map((check) => [check.id, check]));
  const checkName = (id: CheckId) => {
    const check = checks.get(id);
    return check ? `${check.number} ${check.title}` : id;
  };
  const { accent, clientName, paper } = model.branding;
  return {
    title: `${model.project.name}: handover pack, version ${model.version}`,
    language: "en",
    paper: paper === "letter" ? "us-letter" : "a4",
    accent: accentOf(accent ?? HOUSE_ACCENT),
    isAccented: accent !== null,
    client: clientName,
    name: model.project.name,
    /** For the head of each page. */
    shortName: clipped(model.project.name, SHORT_NAME_MAX),
    description: model.project.description,
    version: `Version ${model.version}`,
    generatedAt: minute(model.generatedAt),
    generatedDay: day(model.generatedAt),
    generated: `${minute(model.generatedAt)} by ${model.generatedBy}`,
    generatedBy: model.generatedBy,
    moment: momentOf(model.generatedAt),
    legend: Object.values(words.STATUS_MARKS),
    isDraft: model.isDraft,
    state: model.isDraft ? "Draft" : "Final",
    stateWhy: model.isDraft
      ? "This pack is a draft until every item of the minimum bar holds."
      : "Every item of the minimum bar held when this pack was made.",
    headline: model.answer.headline,
    lede: model.answer.lede,
    readiness: model.readiness.score === null ? "–" : String(model.readiness.score),
    readinessText: model.readiness.score === null ? "Nothing has been observed yet" : "of 100",
    gate: `${model.gate.held} of ${model.gate.total}`,
    blockers: String(model.risks.filter((risk) => risk.isBlocking).length),
    risksOpen: String(model.risksTotal),
    covers: coversOf(model),
    logoAlt: `Logo of ${model.branding.clientName === "" ? model.project.name : model.branding.clientName}`,
    executive: model.executive,
    summary: model.summary,
    gateItems: model.gate.items.map((item) => ({
      mark: words.GATE_MARKS[item.state],
      title: item.title,
      why: item.why,
      checks: item.checks.map((id) => checks.get(id)?.number ?? id).join(", "),
    })),
    stages: stagesView(model),
    chart: readinessChart(model),
    verdicts: verdictChart(model),
    matrix: riskMatrix(model),
    changes: changesView(model),
    risks: risksView(model, checkName),
    risksNote: risksNote(model),
    register: registerView(model),
    registerNote: registerNote(model),
    decisions: decisionsView(model),
    signOffs: signOffsView(model),
    signals: signalsView(model),
    signalsNote: signalsNote(model),
    owners: ownersView(model),
    runbooks: runbooksView(model),
    recovery: recoveryView(model),
    links: linksView(model),
    deliverables: deliverablesView(model),
    sprint: sprintView(model),
    glossary: model.glossary,
    missing: model.missing.map((item) => ({ ...item, kind: words.MISSING_WORDS[item.kind] })),
    evidence: evidenceView(model),
    evidenceNote: evidenceNote(model),
    readinessItems: model.readiness.items.map((item) => ({
      check: checkName(item.checkId),
      weight: String(item.weight),
      credit: item.credit === null ? "–" : `${Math.round(item.credit * 100)} %`,
      why: item.why,
    })),
    runs: model.runs.map((run) => ({
      number: String(run.number),
      startedBy: run.startedBy,
      finished: run.finishedAt === null ? "Not finished" : minute(run.finishedAt),
      algorithm: String(run.algorithm),
      targets: run.targets.join(", "),
    })),
  };
}

/** Addresses that the cover has room for. */
const COVERS_MAX = 5;

function coversOf({ targets }: HandoverModel) {
  const shown = targets.length > COVERS_MAX ? targets.slice(0, COVERS_MAX - 1) : targets;
  const more = targets.length - shown.length;
  const lines = shown.map(({ url, link, environment }) => ({
    url: clipped(url, COVER_URL_MAX),
    link,
    rest: `, ${environment.toLowerCase()}`,
  }));
  return more === 0
    ? lines
    : [...lines, { url: "", link: null, rest: `and ${counted(more, "more address", "more addresses")}` }];
}

const COVER_URL_MAX = 160;
const SHORT_NAME_MAX = 40;
