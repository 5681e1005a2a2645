import { coverOf } from "./html-front.ts";
import { sectionsOf } from "./html-sections.ts";
import { styleOf } from "./html-style.ts";
import type { PackLogo } from "./logo.ts";
import { Markup, markup } from "./markup.ts";
import type { HandoverModel } from "./model.ts";
import { packView } from "./pack-view.ts";

/** One self-contained file without scripts, which asks nobody for anything. The same model gives the same bytes. */
export function renderHtml(model: HandoverModel, logo: PackLogo | null = null): string {
  const view = packView(model);
  const sections = sectionsOf(view);
  return markup`<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${view.title}</title>
<style>${new Markup(styleOf(view.accent))}</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
<main${view.isDraft ? markup` class="draft"` : null}>
${coverOf(view, logo)}
<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
<div class="sections">
${sections.map(({ id, title, body }) => markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${body}</section>\n`)}
</div>
<footer class="faint">${view.title}${view.isDraft ? ", a draft" : ""}. Made ${view.generated}.</footer>
</main>
</body>
</html>
`.html;
}
