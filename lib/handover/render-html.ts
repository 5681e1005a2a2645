import { coverOf, sectionsOf } from "./html-sections.ts";
import { HTML_STYLE } from "./html-style.ts";
import { Markup, markup } from "./markup.ts";
import type { HandoverModel } from "./model.ts";
import { packView } from "./pack-view.ts";

/** One self-contained file without scripts, which asks nobody for anything. The same model gives the same bytes. */
export function renderHtml(model: HandoverModel): string {
  const view = packView(model);
  const sections = sectionsOf(view);
  return markup`<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${view.title}</title>
<style>${new Markup(HTML_STYLE)}</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
<main>
${coverOf(view)}
<nav aria-labelledby="contents"><section><h2 id="contents">Contents</h2><ol>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></section></nav>
${sections.map(({ id, title, body }) => markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${body}</section>\n`)}
<footer class="faint">${view.title}. Made ${view.generated}.</footer>
</main>
</body>
</html>
`.html;
}
