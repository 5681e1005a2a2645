import { matrixFigure, readinessFigure, verdictFigure } from "./html-charts.ts";
import { markOf, meterOf } from "./html-marks.ts";
import { linkTo, orElse, plain, type Section, soft, strong } from "./html-parts.ts";
import { tableOf } from "./html-table.ts";
import type { PackLogo } from "./logo.ts";
import { type Markup, markup } from "./markup.ts";
import type { PackView } from "./pack-view.ts";

/** Base64 without Node, in pieces that a call can take. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(pieces.join(""));
}

function logoOf(logo: PackLogo | null, alt: string): Markup {
  if (!logo) return markup`<span>Handover pack</span>`;
  return markup`<img class="logo" src="data:${logo.type};base64,${base64(logo.bytes)}" alt="${alt}" width="${String(logo.width)}" height="${String(logo.height)}">`;
}

export function coverOf(view: PackView, logo: PackLogo | null): Markup {
  const covers = view.covers.map(
    ({ url, link, rest }) => markup`<div>${linkTo(link, url)}<span class="faint">${rest}</span></div>`,
  );
  return markup`<header>
<div class="top">${logoOf(logo, view.logoAlt)}<span class="chip ${view.isDraft ? "warn" : "ok"}">${view.state}</span></div>
<h1>${view.name}</h1>
${view.description === "" ? null : markup`<p class="about">${view.description}</p>`}
${view.client === "" ? null : markup`<p class="soft">Handover pack for <b>${view.client}</b></p>`}
<p class="answer">${view.headline}</p>
${soft(view.lede)}
<dl class="figures"><div><dt>Readiness</dt><dd><b>${view.readiness}</b>${view.readinessText}</dd></div>
<div><dt>Minimum bar</dt><dd><b>${view.gate}</b>items hold</dd></div>
<div><dt>Holding the launch back</dt><dd><b>${view.blockers}</b>of ${view.risksOpen} open risks</dd></div></dl>
<dl class="facts"><dt>Version</dt><dd>${view.version}, ${view.state.toLowerCase()}. ${view.stateWhy}</dd><dt>Made</dt><dd>${view.generated}</dd><dt>Covers</dt><dd>${covers}</dd></dl>
</header>`;
}

export function frontOf(view: PackView): Section[] {
  return [executiveOf(view), glanceOf(view), ...changesOf(view), gateOf(view)].filter(({ body }) => body.html !== "");
}

function executiveOf(view: PackView): Section {
  const parts = view.executive.map(
    ({ title, body, items }) =>
      markup`<h3>${title}</h3>${soft(body)}${items.length === 0 ? null : markup`<ul class="plain">${items.map((item) => markup`<li>${item}</li>`)}</ul>`}`,
  );
  const older = view.summary.map((paragraph) => markup`<p>${paragraph}</p>`);
  return plain("summary", "Executive summary", markup`${parts.length > 0 ? parts : older}`);
}

function glanceOf(view: PackView): Section {
  const { chart, verdicts, matrix } = view;
  return plain(
    "glance",
    "At a glance",
    markup`${view.executive.length === 0 ? null : soft(view.summary[1] ?? "")}
${chart ? markup`<h3>Readiness over time</h3>${readinessFigure(chart)}` : null}
${verdicts ? markup`<h3>What was observed, by stage</h3>${verdictFigure(verdicts)}` : null}
${matrix ? markup`<h3>Open risks by likelihood and impact</h3>${matrixFigure(matrix)}` : null}
<h3>How to read this pack</h3>
<p class="soft">Each check has a number (stage and place), a state and its sources. A source is an observation made by the machine, with a reference (E1, E2, …), the audit run and the date, or the dated statement of a person. All dates are in UTC. Words of the trade are explained in the glossary.</p>
<ul class="legend">${view.legend.map((mark) => markup`<li>${markOf(mark)}</li>`)}</ul>`,
  );
}

function changesOf({ changes }: PackView): Section[] {
  if (!changes) return [];
  const columns = [{ title: "Change" }, { title: "What", kind: "wide" }, { title: "How", kind: "wide" }] as const;
  const figures = changes.figures.map(
    ({ label, from, to }) => markup`<div><dt>${label}</dt><dd><b>${from}</b>→ <b>${to}</b></dd></div>`,
  );
  const groups = changes.groups.map(
    ({ title, lines, more }) =>
      markup`<h3>${title}</h3>${tableOf(
        `Changes: ${title}`,
        columns,
        lines.map(({ mark, text, detail }) => [markOf(mark), strong(text), detail]),
      )}${soft(more)}`,
  );
  return [plain("changes", changes.title, markup`${soft(changes.lede)}<dl class="figures">${figures}</dl>${groups}`)];
}

function gateOf(view: PackView): Section {
  const gate = view.gateItems.map((item) => [strong(item.title), markOf(item.mark), item.why, item.checks]);
  const columns = [{ title: "Item" }, { title: "State" }, { title: "Why", kind: "wide" }, { title: "Checks" }] as const;
  const stages = view.stages.map((stage) => [
    stage.order,
    markup`<a href="#${stage.id}">${stage.title}</a>`,
    meterOf(stage.tones),
    stage.progress,
    stage.rest,
  ]);
  return plain(
    "gate",
    "Minimum bar",
    markup`<p class="soft">Nine conditions that every launch must meet, each on its own evidence. ${view.gate} hold. ${view.stateWhy}</p>
${orElse(gate, () => tableOf("Minimum bar", columns, gate), "No condition is known.")}
<h3>Seven stages</h3>
${tableOf("Seven stages", [{ title: "No.", kind: "n" }, { title: "Stage" }, { title: "Checks" }, { title: "Done" }, { title: "Open" }], stages)}`,
  );
}
