import { markOf } from "./html-marks.ts";
import { faint, linkTo, orElse, plain, type Section, soft, strong } from "./html-parts.ts";
import { tableOf } from "./html-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { PackView } from "./pack-view.ts";

const amber = (text: string) => (text === "" ? null : markup`<p class="warn small">${text}</p>`);

export function signalsOf(view: PackView): Section[] {
  if (view.signals.length === 0) return [];
  const columns = [
    { title: "Signal", kind: "wide" },
    { title: "Why", kind: "wide" },
    { title: "Stage" },
    { title: "State" },
  ] as const;
  const rows = view.signals.map((one) => [strong(one.title), one.why, one.stage, markOf(one.mark)]);
  return [plain("signals", "Signals", markup`${soft(view.signalsNote)}${tableOf("Signals", columns, rows)}`)];
}

export function signOffsOf(view: PackView): Section[] {
  if (view.signOffs.length === 0) return [];
  const columns = [{ title: "Who", kind: "wide" }, { title: "Version", kind: "wide" }, { title: "What" }] as const;
  const rows = view.signOffs.map((one) => [
    markup`${strong(one.who)}${soft(one.remark)}`,
    markup`${one.version}${faint(`SHA-256 ${one.sha256}`)}`,
    markup`${markOf(one.mark)}${faint(one.signed)}`,
  ]);
  const note = soft("Who received earlier versions, with the SHA-256 of the PDF that they had.");
  return [plain("sign-offs", "Sign-offs", markup`${note}${tableOf("Sign-offs", columns, rows)}`)];
}

/** The registers; none in a pack that was made before there were any. */
export function registersOf(view: PackView): Section[] {
  if (view.owners.length === 0) return [];
  return [
    plain("owners", "Owners and access", ownersOf(view)),
    plain("runbooks", "Runbooks", runbooksOf(view)),
    plain("recovery", "Recovery steps", recoveryOf(view)),
    plain("links", "Links", linksOf(view)),
  ];
}

function ownersOf(view: PackView): Markup {
  const columns = [
    { title: "What" },
    { title: "Provider" },
    { title: "Owners" },
    { title: "The other way in", kind: "wide" },
  ] as const;
  const rows = view.owners.map((one) => [
    strong(one.kind),
    markup`${one.isDeclared ? linkTo(one.link, one.provider) : markup`<span class="warn">${one.provider}</span>`}${one.linkMark && one.linkMark.tone !== "ok" ? faint(`Console: ${one.linkMark.word.toLowerCase()}`) : null}${faint(one.seen)}`,
    markup`${one.owners.map(({ name, contact }) => markup`<div>${name}${contact === "" ? null : markup`<br><span class="faint">${contact}</span>`}</div>`)}${amber(one.ownersNote)}`,
    markup`${soft(one.breakGlass)}${one.isTested ? faint(one.tested) : amber(one.tested)}`,
  ]);
  return markup`<p class="soft">Who runs what the product stands on, who owns it, and the other way in when the usual one is down. What the audits saw stands beside what the team says.</p>${tableOf("Owners and access", columns, rows)}`;
}

type Steps = readonly { text: string; command: string; people?: string; isAlone?: boolean }[];

function stepsOf(steps: Steps): Markup {
  return markup`<ol class="steps">${steps.map(
    ({ text, command, people, isAlone }) =>
      markup`<li>${text}${command === "" ? null : markup`<code class="cmd">${command}</code>`}${people === undefined ? null : markup`<p class="${isAlone ? "warn small" : "faint"}">Done by: ${people}</p>`}</li>`,
  )}</ol>`;
}

function runbooksOf(view: PackView): Markup {
  const books = view.runbooks.map(
    (book) =>
      markup`<h3>${book.title}</h3>${faint(`${book.about} ${book.rehearsed}`)}${stepsOf(book.steps)}${book.rehearsals.length === 0 ? null : markup`<p class="faint"><b>Gone through:</b> ${book.rehearsals.map(({ who, when, how, done }) => `${who}, ${when} (${how.toLowerCase()}, ${done})`).join("; ")}</p>`}`,
  );
  return orElse(
    books,
    () =>
      markup`<p class="soft">How things are done, so that nobody has to ask. A step counts as known when two people have done it.</p>${books}`,
    "No runbook has been written.",
  );
}

function recoveryOf(view: PackView): Markup {
  return markup`${view.recovery.map(
    ({ kind, isWritten, tried, books }) =>
      markup`<h3>${kind}</h3><p class="${isWritten ? "soft" : "warn"}">${tried}</p>${books.map(({ title, steps }) => markup`<p><b>${title}</b></p>${stepsOf(steps)}`)}`,
  )}`;
}

function linksOf(view: PackView): Markup {
  const columns = [
    { title: "Kind" },
    { title: "What" },
    { title: "Address", kind: "wide" },
    { title: "Owner" },
    { title: "State" },
  ] as const;
  const rows = view.links.map((one) => [
    one.kind,
    strong(one.title),
    linkTo(one.link, one.url),
    one.owner,
    markup`${markOf(one.mark)}${faint(one.checked)}`,
  ]);
  return orElse(rows, () => tableOf("Links", columns, rows), "No link has been written down.");
}

export function deliverablesOf(view: PackView): Section[] {
  if (view.deliverables.length === 0) return [];
  const columns = [{ title: "What" }, { title: "Why", kind: "wide" }, { title: "State" }] as const;
  const rows = view.deliverables.map((one) => [strong(one.title), one.why, markOf(one.mark)]);
  return [plain("deliverables", "Deliverables", tableOf("Deliverables", columns, rows))];
}

export function sprintOf({ sprint }: PackView): Section[] {
  if (!sprint) return [];
  const line = (mark: Parameters<typeof markOf>[0]) => (text: string) => [markOf(mark), text];
  const rows = [
    ...sprint.delivered.map(line({ shape: "check", tone: "ok", word: "Delivered" })),
    ...sprint.slipped.map(line({ shape: "clock", tone: "warn", word: "Slipped" })),
  ];
  const columns = [{ title: "Result" }, { title: "What", kind: "wide" }] as const;
  return [
    plain(
      "sprint",
      sprint.title,
      markup`<p class="soft">${sprint.about} ${sprint.note}</p>${rows.length === 0 ? null : tableOf("Sprint", columns, rows)}`,
    ),
  ];
}

export function glossaryOf(view: PackView): Section[] {
  if (view.glossary.length === 0) return [];
  const terms = view.glossary.map(({ term, meaning }) => markup`<div><dt>${term}</dt><dd>${meaning}</dd></div>`);
  return [plain("glossary", "Glossary", markup`<dl class="terms">${terms}</dl>`)];
}
