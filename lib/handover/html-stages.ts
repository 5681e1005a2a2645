import { markOf, meterOf } from "./html-marks.ts";
import { faint, linkTo, type Section, soft, strong } from "./html-parts.ts";
import { tableOf } from "./html-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { StageView } from "./view-stages.ts";

const COLUMNS = [
  { title: "No.", kind: "n" },
  { title: "Check", kind: "wide" },
  { title: "State" },
  { title: "Rests on" },
] as const;

export function stageOf(stage: StageView): Section {
  const rows = stage.checks.map((check) => [check.number, checkCell(check), markOf(check.mark), citesCell(check)]);
  return {
    id: stage.id,
    title: markup`<span class="no">${stage.order}</span>${stage.title}`,
    body: markup`${soft(stage.goal)}${meterOf(stage.tones)}${faint(`${stage.progress} done${stage.rest === "" ? "" : `; ${stage.rest}`}`)}
${tableOf(`Checks of stage ${stage.order}`, COLUMNS, rows)}
<p class="faint"><b>The stage is done when:</b> ${stage.exit}</p>`,
  };
}

type CheckView = StageView["checks"][number];

/** References lead to the check's evidence in the appendix. */
const toEvidence = (check: CheckView, text: Markup) =>
  check.isSeen ? markup`<a href="#evidence-${check.id}">${text}</a>` : text;

function citesCell(check: CheckView): Markup {
  if (check.cites.length === 0) return markup`<span class="faint">Nothing yet</span>`;
  return markup`${check.cites.map(({ refs, source }) => markup`<div>${toEvidence(check, strong(refs))}<br><span class="faint">${source}</span></div>`)}`;
}

function checkCell(check: CheckView): Markup {
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
