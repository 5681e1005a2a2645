import { capitalised, clipped, counted, inWords, listed, unstopped } from "#lib/roadmap/words.ts";
import type { AnswerPart, DecisionLine, HandoverModel, RiskLine } from "./model.ts";
import { day, placeOf } from "./view-words.ts";

/** What the executive page is made of: the model before it. */
type Basis = Pick<
  HandoverModel,
  | "answer"
  | "branding"
  | "decisions"
  | "gate"
  | "generatedAt"
  | "isDraft"
  | "project"
  | "risks"
  | "risksTotal"
  | "stages"
  | "targets"
> & { observations: number; observedFrom: string | null; observedTo: string | null };

/** Caps that keep the page one page; the chapters have everything in full. */
const BODY_MAX = 360;
const ITEM_MAX = 110;
const NAME_MAX = 40;
/** Decisions that end within this time are to be looked at again before anything else happens. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** The page for whoever reads one page: no word of it needs the trade. */
export function executiveOf(basis: Basis): AnswerPart[] {
  return [
    part("What this is", whatItIs(basis)),
    part("Can it launch?", canItLaunch(basis)),
    part("What was checked, and how", howChecked(basis)),
    part(...inTheWay(basis)),
    part("Who decided what", ...decided(basis)),
    part("What happens next", "In this order:", nextSteps(basis)),
  ];
}

function part(title: string, body: string, items: readonly string[] = []): AnswerPart {
  return { title, body: clipped(body, BODY_MAX), items: items.map((item) => clipped(item, ITEM_MAX)) };
}

/** The first few, and how many more there are. */
function first(items: readonly string[], max: number): string[] {
  const rest = items.length - max;
  return rest <= 0 ? [...items] : [...items.slice(0, max), `and ${inWords(rest)} more.`];
}

function whatItIs({ project, targets, branding, generatedAt }: Basis): string {
  const places = [...new Set(targets.map(({ url }) => clipped(placeOf(url), NAME_MAX)))];
  const shown = places.length > 3 ? [...places.slice(0, 2), `${inWords(places.length - 2)} more addresses`] : places;
  const client = branding.clientName === "" ? "" : ` for ${clipped(branding.clientName, NAME_MAX)}`;
  return [
    project.description === ""
      ? `${clipped(project.name, NAME_MAX)} is the product that this pack hands over.`
      : `${clipped(project.name, NAME_MAX)}: ${unstopped(clipped(project.description, 140))}.`,
    shown.length === 0 ? "" : `It is reached at ${listed(shown)}.`,
    `This pack was made on ${day(generatedAt)}${client} and says how the product stood that day.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function canItLaunch({ answer, gate, risks, isDraft }: Basis): string {
  const blocking = risks.filter((risk) => risk.isBlocking).length;
  const still =
    blocking === 0
      ? "No serious risk is left without a decision."
      : `${capitalised(counted(blocking, "serious risk"))} ${blocking === 1 ? "has" : "have"} neither been mended nor put off by somebody who may.`;
  const bar =
    gate.total === 0
      ? "No condition of the minimum bar applies yet, so nothing is proven."
      : `${gate.held === gate.total ? "All" : `${capitalised(gate.held === 0 ? "none" : inWords(gate.held))} of the`} ${counted(gate.total, "condition")} that every launch must meet ${gate.held <= 1 ? "is" : "are"} met.`;
  return `${clipped(answer.headline, 110)} ${bar} ${still}${isDraft ? " Until then this pack is a draft." : ""}`;
}

function howChecked({ stages, observations, observedFrom, observedTo }: Basis): string {
  const checks = stages.flatMap((stage) => stage.checks);
  const of = (...statuses: string[]) => checks.filter(({ status }) => statuses.includes(status)).length;
  const when =
    observedFrom === null || observedTo === null
      ? ""
      : day(observedFrom) === day(observedTo)
        ? ` on ${day(observedFrom)}`
        : ` between ${day(observedFrom)} and ${day(observedTo)}`;
  const looked =
    observations === 0
      ? "No machine has looked at the product yet."
      : `Where a machine can look, it did, from outside as any visitor would: ${observations === 1 ? "one observation" : `${inWords(observations)} observations`}${when}.`;
  return `${capitalised(counted(checks.length, "question"))} in ${counted(stages.length, "area")}, from who may do what to who answers at night. ${looked} Where only people can know, a named person signed a dated statement. Proven: ${of("verified")}. On a person's word: ${of("attested", "overridden")}. With a fault: ${of("failing", "warning")}. Open: ${of("unknown", "stale")}.`;
}

function riskItem({ title, owner, dueAt }: RiskLine): string {
  const due = dueAt === null ? "" : `, due ${day(dueAt)}`;
  const who = owner === null ? "nobody owns it yet" : `with ${clipped(owner, NAME_MAX)}${due}`;
  return `${clipped(title, ITEM_MAX - who.length - 4)} (${who})`;
}

function inTheWay({ risks, risksTotal, gate }: Basis): [string, string, string[]] {
  const blocking = risks.filter((risk) => risk.isBlocking);
  const covered = new Set(blocking.map((risk) => risk.check));
  const open = gate.items
    .filter((item) => !item.holds && item.state !== "not_applicable")
    .filter((item) => !item.checks.some((id) => covered.has(id)))
    .map((item) => `${item.title}: ${unstopped(item.why)}`);
  const rest = risksTotal - blocking.length;
  const others =
    rest === 0
      ? "No other risk is open."
      : `${capitalised(counted(rest, "other risk"))} ${rest === 1 ? "is" : "are"} open and ${rest === 1 ? "does" : "do"} not hold the launch back.`;
  const items = [...blocking.map(riskItem), ...open];
  return items.length === 0
    ? ["What remains", `Nothing stands in the way. ${others}`, []]
    : [
        "What stands in the way",
        "Each of these has to be mended, or decided by somebody who may:",
        [...first(items, 4), others],
      ];
}

const PUT: Record<DecisionLine["decision"], string> = {
  fix_now: "To be fixed",
  defer: "Put off",
  accept: "Accepted",
  waive: "Waived",
  override: "Overridden",
};

function decided({ decisions }: Basis): [string, string[]] {
  const putOff = decisions.filter((one) => one.decision !== "fix_now" && one.standing !== "superseded");
  const weighed = [
    ...putOff.filter((one) => one.standing === "expired" || one.standing === "needs_second"),
    ...putOff.filter((one) => one.standing === "in_force" || one.standing === null),
  ];
  const waiting = putOff.filter((one) => one.standing === "proposed").length;
  const asked =
    waiting === 0
      ? ""
      : ` ${capitalised(counted(waiting, "proposal"))} ${waiting === 1 ? "waits" : "wait"} for an answer.`;
  if (weighed.length === 0) return [`Nobody has put off or accepted anything.${asked}`, []];
  const items = weighed.map(({ decision, subject, decider, expiresAt, standing }) => {
    const until = expiresAt === null ? "" : ` until ${day(expiresAt)}`;
    const who = `by ${clipped(decider ?? "a former member", NAME_MAX)}${until}`;
    const how = standing === "expired" ? " (expired)" : standing === "needs_second" ? " (lacks a second person)" : "";
    return `${PUT[decision]} ${who}${how}: ${subject}`;
  });
  return [
    `What people decided to live with for a time, each with a name, a reason and an end.${asked}`,
    first(items, 3),
  ];
}

function nextSteps({ risks, stages, decisions, generatedAt, isDraft }: Basis): string[] {
  const blocking = risks.filter((risk) => risk.isBlocking);
  const unowned = blocking.filter((risk) => risk.owner === null).length;
  const open = stages
    .flatMap((stage) => stage.checks)
    .filter(({ status }) => status === "unknown" || status === "stale").length;
  const soon = decisions.filter(
    ({ expiresAt, standing }) =>
      standing === "in_force" &&
      expiresAt !== null &&
      Date.parse(expiresAt) - Date.parse(generatedAt) < SOON_DAYS * DAY_MS,
  ).length;
  return [
    unowned === 0
      ? ""
      : `Name an owner for ${counted(unowned, "serious risk")} that ${unowned === 1 ? "has" : "have"} none.`,
    blocking.length === 0
      ? ""
      : `Mend ${blocking.length === 1 ? "the fault" : `the ${inWords(blocking.length)} faults`} that ${blocking.length === 1 ? "holds" : "hold"} the launch back; the next audit proves it.`,
    open === 0 ? "" : `Gather evidence for ${counted(open, "question")} that nothing proves today.`,
    soon === 0 ? "" : `Look again at ${counted(soon, "decision")} that ${soon === 1 ? "ends" : "end"} within a month.`,
    isDraft
      ? "Make this pack again once the minimum bar holds: that one is final."
      : "Read it, ask, and sign off this version.",
  ].filter((step) => step !== "");
}
