import { markOf } from "./html-marks.ts";
import { faint, orElse, strong } from "./html-parts.ts";
import { tableOf } from "./html-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { PackView } from "./pack-view.ts";

type Host = PackView["evidence"][number]["hosts"][number];

const COLUMNS = [{ title: "Ref.", kind: "n" }, { title: "Observation", kind: "wide" }, { title: "Verdict" }] as const;

export function evidenceOf(view: PackView): Markup {
  const groups = view.evidence.map(
    ({ id, check, hosts }) =>
      markup`<h3 id="evidence-${id}">${check}</h3>${hosts.map((host) => hostOf(check, host))}\n`,
  );
  return orElse(
    groups,
    () =>
      markup`<p class="soft">Every observation that this pack cites. What is wrong stands in full, with the command that repeats it; what passes has a line, and its details in the data that comes with the pack. Secret values are never kept; where one was, it says “[redacted]”.</p>${groups}${faint(view.evidenceNote)}`,
    "Nothing has been observed yet.",
  );
}

function hostOf(check: string, host: Host): Markup {
  const full = host.full.map((row) => [
    row.ref,
    markup`${row.summary}${faint(`${row.rule}. ${row.source}`)}${row.facts.map(({ label, value }) => markup`<div><code>${label}: ${value}</code></div>`)}${row.reproduce === "" ? null : markup`<code class="cmd">$ ${row.reproduce}</code>`}`,
    markOf(row.mark),
  ]);
  const passes = host.passes.map(
    ({ ref, summary, rule, source }) =>
      markup`<li><span class="ref ok">${ref}</span><span>${summary} <span class="faint">${[rule, source].filter((part) => part !== "").join(". ")}</span></span></li>\n`,
  );
  const idle = host.idle.map(
    ({ ref, summary, rule }) =>
      markup`<li class="faint"><span class="ref">n/a</span><span>${summary} ${rule} (${ref})</span></li>\n`,
  );
  return markup`<p class="host">${strong(host.target)}<span class="faint">, ${host.source}</span></p>${full.length === 0 ? null : tableOf(`What is wrong: ${check}, ${host.host}`, COLUMNS, full)}${passes.length === 0 ? null : markup`<p class="small ok">Passes</p><ul class="passes">${passes}</ul>`}${idle.length === 0 ? null : markup`<ul class="passes">${idle}</ul>`}`;
}
