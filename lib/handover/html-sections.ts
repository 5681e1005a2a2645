import { markOf, meterOf } from "./html-marks.ts";
import { tableOf } from "./html-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { PackView } from "./pack-view.ts";

export type Section = { id: string; title: Markup; body: Markup };

const soft = (text: string) => (text === "" ? null : markup`<p class="soft">${text}</p>`);
const faint = (text: string) => (text === "" ? null : markup`<p class="faint">${text}</p>`);
const strong = (text: string) => markup`<b>${text}</b>`;
/** Links leave without a trace of where they were followed from. */
const linkTo = (href: string | null, text: string) =>
  href === null ? markup`${text}` : markup`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`;
const plain = (id: string, title: string, body: Markup): Section => ({ id, title: markup`${title}`, body });
/** A table, or the sentence that stands for an empty one. */
const orElse = (rows: readonly unknown[], table: () => Markup, otherwise: string) =>
  rows.length === 0 ? markup`<p class="soft">${otherwise}</p>` : table();

export function coverOf(view: PackView): Markup {
  const targets = view.targets.map(
    ({ url, link, environment }) => markup`<div>${linkTo(link, url)}, ${environment.toLowerCase()}</div>`,
  );
  return markup`<header>
<div class="top"><span>Handover pack</span><span class="chip ${view.isDraft ? "warn" : "ok"}">${view.state}</span></div>
<h1>${view.name}</h1>
${view.description === "" ? null : markup`<p class="about">${view.description}</p>`}
<p class="answer">${view.headline}</p>
${soft(view.lede)}
<dl class="figures"><div><dt>Readiness</dt><dd><b>${view.readiness}</b>${view.readinessText}</dd></div>
<div><dt>Minimum bar</dt><dd><b>${view.gate}</b>items hold</dd></div>
<div><dt>Holding the launch back</dt><dd><b>${view.blockers}</b>of ${view.risksOpen} open risks</dd></div></dl>
<dl class="facts"><dt>Version</dt><dd>${view.version}, ${view.state.toLowerCase()}. ${view.stateWhy}</dd><dt>Made</dt><dd>${view.generated}</dd><dt>Covers</dt><dd>${targets}</dd></dl>
</header>`;
}

export function sectionsOf(view: PackView): Section[] {
  return [
    summaryOf(view),
    ...view.stages.map(stageOf),
    plain("risks", "Top ten risks", risksOf(view)),
    plain("decisions", "Decisions", decisionsOf(view)),
    plain("missing", "What is missing", missingOf(view)),
    plain("evidence", "Appendix A: evidence", evidenceOf(view)),
    plain("runs", "Appendix B: audit runs", runsOf(view)),
    plain("readiness", "Appendix C: how readiness adds up", readinessOf(view)),
  ];
}

function summaryOf(view: PackView): Section {
  const gate = view.gateItems.map((item) => [strong(item.title), markOf(item.mark), item.why, item.checks]);
  const stages = view.stages.map((stage) => [
    stage.order,
    markup`<a href="#${stage.id}">${stage.title}</a>`,
    meterOf(stage.tones),
    stage.progress,
    stage.rest,
  ]);
  return plain(
    "summary",
    "Executive summary",
    markup`${view.summary.map((paragraph) => markup`<p>${paragraph}</p>`)}
<h3>Minimum bar: ${view.gate} hold</h3>
${tableOf("Minimum bar", [{ title: "Item" }, { title: "State" }, { title: "Why", kind: "wide" }, { title: "Checks" }], gate)}
<h3>Seven stages</h3>
${tableOf("Seven stages", [{ title: "No.", kind: "n" }, { title: "Stage" }, { title: "Checks" }, { title: "Done" }, { title: "Open" }], stages)}
<h3>How to read this pack</h3>
<p class="soft">Each check has a number (stage and place), a state and its sources. A source is an observation made by the machine, with a reference (E1, E2, …), the audit run and the date, or the dated statement of a person. All dates are in UTC.</p>
<ul class="legend">${view.legend.map((mark) => markup`<li>${markOf(mark)}</li>`)}</ul>`,
  );
}

function stageOf(stage: PackView["stages"][number]): Section {
  const rows = stage.checks.map((check) => [
    check.number,
    checkCell(check),
    markOf(check.mark),
    check.cites.length === 0
      ? markup`<span class="faint">Nothing yet</span>`
      : markup`${check.cites.map(({ refs, source }) => markup`<div>${strong(refs)}<br><span class="faint">${source}</span></div>`)}`,
  ]);
  const columns = [
    { title: "No.", kind: "n" },
    { title: "Check", kind: "wide" },
    { title: "State" },
    { title: "Rests on" },
  ] as const;
  return {
    id: stage.id,
    title: markup`<span class="no">${stage.order}</span>${stage.title}`,
    body: markup`${soft(stage.goal)}${meterOf(stage.tones)}${faint(`${stage.progress} done${stage.rest === "" ? "" : `; ${stage.rest}`}`)}
${tableOf(`Checks of stage ${stage.order}`, columns, rows)}
<p class="faint"><b>The stage is done when:</b> ${stage.exit}</p>`,
  };
}

function checkCell(check: PackView["stages"][number]["checks"][number]): Markup {
  const seen = check.seen.map(
    ({ ref, summary, mark }) =>
      markup`<li><span class="ref">${ref}</span><span class="${mark.tone === "ok" ? "" : mark.tone}">${mark.tone === "ok" ? "" : `${mark.word}: `}${summary}</span></li>`,
  );
  const said = check.attestations.map(
    ({ statement, by, link }) =>
      markup`<blockquote><p>${statement}</p><p class="faint">${by}${link === null ? null : markup`. ${linkTo(link, link)}`}</p></blockquote>`,
  );
  return markup`${strong(check.title)}${soft(check.why)}${seen.length === 0 ? null : markup`<ul class="seen">${seen}</ul>`}${faint(check.more)}${said}${faint(check.owner === "" ? "" : `Owner: ${check.owner}`)}`;
}

function risksOf(view: PackView): Markup {
  const columns = [
    { title: "No.", kind: "n" },
    { title: "Risk", kind: "wide" },
    { title: "Severity" },
    { title: "L × I" },
    { title: "Owner" },
  ] as const;
  const rows = view.risks.map((risk) => [
    risk.number,
    markup`${strong(risk.title)}${risk.fix.length === 0 ? null : markup`<p class="soft">${risk.fix.map(({ text, isCode }) => (isCode ? markup`<code>${text}</code>` : markup`${text}`))}</p>`}${faint(`${[risk.check, risk.target].filter((part) => part !== "").join(", ")}. ${risk.cite}.`)}`,
    markOf(risk.mark),
    risk.score,
    markup`${risk.owner}${faint(risk.due === "" ? risk.state : `${risk.state}, due ${risk.due}`)}`,
  ]);
  return orElse(
    rows,
    () => markup`${soft(view.risksNote)}${tableOf("Top ten risks", columns, rows)}`,
    "No risk is open.",
  );
}

function decisionsOf(view: PackView): Markup {
  const rows = view.decisions.map((decision) => [
    markup`${strong(decision.subject)}${soft(decision.reason)}${faint(decision.compensatingControl === "" ? "" : `Instead: ${decision.compensatingControl}`)}`,
    decision.decision,
    markup`${decision.decider}${faint(`${decision.made}. ${decision.until}.`)}`,
  ]);
  const columns = [{ title: "Decision", kind: "wide" }, { title: "Kind" }, { title: "Decided" }] as const;
  return orElse(
    rows,
    () =>
      markup`<p class="soft">What people decided in spite of a finding, with the reason, the name and the end.</p>${tableOf("Decisions", columns, rows)}`,
    "Nothing has been deferred, accepted, waived or overridden.",
  );
}

function missingOf(view: PackView): Markup {
  const rows = view.missing.map((item) => [item.kind, strong(item.title), item.why]);
  const columns = [{ title: "Kind" }, { title: "What" }, { title: "Why", kind: "wide" }] as const;
  return orElse(
    rows,
    () => markup`${soft(view.stateWhy)}${tableOf("What is missing", columns, rows)}`,
    "Nothing: the minimum bar holds and every check has evidence.",
  );
}

function evidenceOf(view: PackView): Markup {
  const columns = [
    { title: "Ref.", kind: "n" },
    { title: "Observation", kind: "wide" },
    { title: "Verdict" },
    { title: "Run" },
  ] as const;
  const groups = view.evidence.map(({ check, rows }) => {
    const cells = rows.map((row) => [
      row.ref,
      markup`${row.summary}${faint(`${row.rule}, ${row.target}`)}${row.facts.map(({ label, value }) => markup`<div><code>${label}: ${value}</code></div>`)}${faint(row.factsMore)}${row.reproduce === "" ? null : markup`<code class="cmd">$ ${row.reproduce}</code>`}`,
      markOf(row.mark),
      markup`${row.run}${faint(`${row.day}, ${row.time}`)}`,
    ]);
    return markup`<h3>${check}</h3>${tableOf(`Evidence for ${check}`, columns, cells)}`;
  });
  return orElse(
    groups,
    () =>
      markup`<p class="soft">Every observation that this pack cites: what was seen, by which run, when, and the command that repeats it. Secret values are never kept; where one was, it says “[redacted]”.</p>${groups}${faint(view.evidenceNote)}`,
    "Nothing has been observed yet.",
  );
}

function runsOf(view: PackView): Markup {
  const rows = view.runs.map((run) => [run.number, run.targets, run.startedBy, run.finished, run.algorithm]);
  const columns = [
    { title: "Run", kind: "n" },
    { title: "Targets", kind: "wide" },
    { title: "Started by" },
    { title: "Finished" },
    { title: "Algorithm" },
  ] as const;
  return orElse(rows, () => tableOf("Audit runs", columns, rows), "No run is cited.");
}

function readinessOf(view: PackView): Markup {
  const rows = view.readinessItems.map((item) => [item.check, item.weight, item.credit, item.why]);
  const columns = [
    { title: "Check", kind: "wide" },
    { title: "Weight", kind: "num" },
    { title: "Earned", kind: "num" },
    { title: "Why", kind: "wide" },
  ] as const;
  return orElse(
    rows,
    () =>
      markup`<p class="soft">Readiness is the share of the weight that is earned, in whole per cent. Checks that do not apply leave the sum.</p>${tableOf("How readiness adds up", columns, rows)}`,
    "Nothing counts yet.",
  );
}
