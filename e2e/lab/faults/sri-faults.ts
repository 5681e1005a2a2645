import type { Settings } from "../settings.ts";
import type { Fault } from "./fault.ts";

const CDN = "https://cdn.example.net";
const HASH = `sha384-${"A".repeat(64)}`;

/** The policy lets the other site in: that its files are unchecked is the only fault. */
function append(settings: Settings, markup: string): void {
  settings.homeMarkup += `${markup}\n`;
  if (!settings.csp) return;
  settings.csp.directives["script-src"] = `'nonce' ${CDN}/`;
  settings.csp.directives["style-src"] = `'self' ${CDN}/`;
}

export const SRI_FAULTS = [
  {
    name: "sri-script-unchecked",
    title: "Foreign script unchecked",
    how: "The home page loads a script from another site without an integrity attribute.",
    rules: ["edge/sri"],
    apply: (settings) => append(settings, `<script src="${CDN}/chart.js"></script>`),
  },
  {
    name: "sri-style-unchecked",
    title: "Foreign style sheet unchecked",
    how: "The home page loads a style sheet from another site without an integrity attribute.",
    rules: ["edge/sri"],
    apply: (settings) => append(settings, `<link rel="stylesheet" href="${CDN}/chart.css">`),
  },
  {
    name: "sri-unknown-hash",
    title: "Foreign script with a hash that counts for nothing",
    how: "The integrity attribute names MD5, which browsers do not check.",
    rules: ["edge/sri"],
    apply: (settings) =>
      append(
        settings,
        `<script src="${CDN}/chart.js" integrity="md5-1B2M2Y8AsgTpgAmY7PhCfg==" crossorigin="anonymous"></script>`,
      ),
  },
  {
    name: "sri-short-hash",
    title: "Foreign script with a cut hash",
    how: "The hash in the integrity attribute is too short, so browsers refuse the script.",
    rules: ["edge/sri"],
    apply: (settings) =>
      append(settings, `<script src="${CDN}/chart.js" integrity="sha384-AAAA" crossorigin></script>`),
  },
  {
    name: "sri-no-crossorigin",
    title: "Foreign script that cannot be checked",
    how: "The script has an integrity attribute but no crossorigin, so browsers refuse it.",
    rules: ["edge/sri"],
    apply: (settings) => append(settings, `<script src="${CDN}/chart.js" integrity="${HASH}"></script>`),
  },
] as const satisfies readonly Fault[];
