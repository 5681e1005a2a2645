import { escapeHtml } from "./chatbot/pages.ts";
import type { FaultState } from "./faults.ts";

export const CONTROL_STYLE = `:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; --line: light-dark(#d4d4d8, #3f3f46); --on: light-dark(#b91c1c, #f87171); }
html { background: light-dark(#fff, #18181b); color: light-dark(#18181b, #fafafa); }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin-bottom: 0; }
h2 { font-size: 1.05rem; margin: 2rem 0 .25rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: flex; gap: 1rem; justify-content: space-between; align-items: center; padding: .6rem 0; border-top: 1px solid var(--line); }
li p, li h3 { margin: 0; }
h3 { font-size: 1rem; }
code { font-size: .85em; overflow-wrap: anywhere; }
button { font: inherit; min-width: 5.5rem; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid currentColor; border-radius: .4rem; background: transparent; color: inherit; cursor: pointer; white-space: nowrap; }
button[aria-checked="true"] { color: var(--on); border-width: 2px; font-weight: 600; }
:focus-visible { outline: 3px solid light-dark(#2563eb, #60a5fa); outline-offset: 2px; }
`;

const AREAS: Record<string, string> = { dns: "Names", edge: "Web edge", mail: "Mail" };
const areaOf = (fault: FaultState) => fault.rules[0]?.split("/")[0] ?? "";

const row = ({ name, title, how, rules, on }: FaultState) => `<li>
<div>
<h3 id="${name}-title">${escapeHtml(title)}</h3>
<p id="${name}-how">${escapeHtml(how)}</p>
<p><code>${name}</code> trips ${rules.map((rule) => `<code>${escapeHtml(rule)}</code>`).join(", ")}</p>
</div>
<form method="post" action="/faults/${name}">
<input type="hidden" name="on" value="${!on}">
<button id="${name}" role="switch" aria-checked="${on}" aria-labelledby="${name}-title" aria-describedby="${name}-how">${on ? "✗ Broken" : "✓ Healthy"}</button>
</form>
</li>`;

function headline(faults: readonly FaultState[]): string {
  const broken = faults.filter((fault) => fault.on).length;
  if (broken === 0) return "Everything is healthy.";
  return broken === 1 ? "One fault is on." : `${broken} faults are on.`;
}

/** The page with a switch per fault: plain forms, so that it needs no script. */
export function controlPage(options: { faults: readonly FaultState[]; origin: string }): string {
  const { faults, origin } = options;
  const sections = Object.entries(AREAS).map(
    ([area, title]) => `<section aria-labelledby="area-${area}">
<h2 id="area-${area}">${title}</h2>
<ul>
${faults
  .filter((fault) => areaOf(fault) === area)
  .map(row)
  .join("\n")}
</ul>
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${headline(faults)} – Launch Ready lab</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
<h1>Launch Ready lab</h1>
<p role="status">${headline(faults)} The product is at <code>${escapeHtml(origin)}</code>.</p>
<form method="post" action="/reset"><button>Heal all</button></form>
${sections.join("\n")}
</main>
</body>
</html>
`;
}
