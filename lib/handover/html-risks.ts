import { markOf } from "./html-marks.ts";
import { faint, orElse, soft, strong } from "./html-parts.ts";
import { tableOf } from "./html-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { PackView } from "./pack-view.ts";

const lines = (texts: readonly string[]) => markup`${texts.map((text) => markup`<div>${text}</div>`)}`;

export function risksOf(view: PackView): Markup {
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

export function registerOf(view: PackView): Markup {
  const columns = [
    { title: "No.", kind: "n" },
    { title: "Risk", kind: "wide" },
    { title: "Where" },
    { title: "Severity" },
    { title: "L × I" },
    { title: "Check" },
    { title: "Owner" },
  ] as const;
  const rows = view.register.map((risk) => [
    risk.number,
    markup`${risk.title}${faint(risk.due === "" ? risk.state : `${risk.state}, due ${risk.due}`)}`,
    risk.place,
    markup`<span class="${risk.tone}">${risk.severity}</span>`,
    risk.score,
    risk.check,
    risk.owner,
  ]);
  return orElse(
    rows,
    () => markup`${tableOf("Risk register", columns, rows)}${faint(view.registerNote)}`,
    "No risk is open.",
  );
}

export function decisionsOf(view: PackView): Markup {
  const rows = view.decisions.map((one) => [
    markup`${strong(one.subject)}<p class="soft"><b>${one.decision}.</b> ${one.reason}</p>${faint(one.compensatingControl === "" ? "" : `Instead: ${one.compensatingControl}`)}`,
    markup`${lines(one.people)}${faint(`${one.made}. ${one.until}.`)}`,
    markup`${one.mark === null ? null : markOf(one.mark)}${faint(one.standingWhy)}`,
  ]);
  const columns = [{ title: "Decision", kind: "wide" }, { title: "Who" }, { title: "Standing" }] as const;
  return orElse(
    rows,
    () =>
      markup`<p class="soft">What people decided in spite of a finding, with the reason, the names and the end. A decision that has expired counts no more.</p>${tableOf("Decisions", columns, rows)}`,
    "Nothing has been deferred, accepted, waived or overridden.",
  );
}

export function missingOf(view: PackView): Markup {
  const rows = view.missing.map((item) => [item.kind, strong(item.title), item.why]);
  const columns = [{ title: "Kind" }, { title: "What" }, { title: "Why", kind: "wide" }] as const;
  return orElse(
    rows,
    () => tableOf("What is missing", columns, rows),
    "Nothing: the minimum bar holds and every check has evidence.",
  );
}
