import type { Settings } from "../settings.ts";
import type { Fault } from "./fault.ts";

const append = (settings: Settings, markup: string) => {
  settings.homeMarkup += `${markup}\n`;
};
const PLAIN = "http://static.ops-copilot.test";

/** One fault per way in which markup makes a browser load something plain. */
function mixed<const Name extends string>(name: Name, what: string, markup: string) {
  return {
    name,
    title: `${what} over http`,
    how: `The home page loads over http: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
    rules: ["edge/mixed-content"],
    apply: (settings: Settings) => append(settings, markup),
  } as const;
}

/** One fault per way in which CSS does. */
function mixedCss<const Name extends string>(name: Name, what: string, css: string) {
  return {
    name,
    title: `${what} over http`,
    how: `The style sheet of the home page loads over http: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
    rules: ["edge/mixed-css"],
    apply(settings: Settings) {
      settings.css += css;
    },
  } as const;
}

/** A script of the page's own that runs when it is opened, allowed to reach `source` over what `directive` names. */
function atRunTime(settings: Settings, code: string, directive: string, source: string): void {
  append(settings, `<script nonce="{nonce}">${code}</script>`);
  if (!settings.csp) return;
  const allowed = { [directive]: `'self' ${source}` };
  settings.csp = { ...settings.csp, directives: { ...settings.csp.directives, ...allowed } };
}

export const MIXED_FAULTS = [
  mixed("mixed-script", "Script", `<script src="${PLAIN}/widget.js"></script>`),
  mixed("mixed-style", "Style sheet", `<link rel="stylesheet" href="${PLAIN}/extra.css">`),
  mixed("mixed-image", "Image", `<img src="${PLAIN}/logo.png" alt="Logo">`),
  mixed("mixed-image-by-address", "Image at a bare address", '<img src="http://192.0.2.7/logo.png" alt="Logo">'),
  mixed("mixed-srcset", "Set of images", `<img src="/favicon.ico" srcset="${PLAIN}/w_1,h_1/logo.png 2x" alt="Logo">`),
  mixed("mixed-preload", "Preloaded image", `<link rel="preload" as="image" imagesrcset="${PLAIN}/hero.png 1x">`),
  mixed("mixed-frame", "Frame", `<iframe src="${PLAIN}/map.html" title="Map"></iframe>`),
  mixed("mixed-object", "Plug-in", `<object data="${PLAIN}/plan.pdf"></object>`),
  mixed("mixed-video", "Video", `<video src="${PLAIN}/tour.mp4"></video>`),
  mixed("mixed-poster", "Picture of a video", `<video poster="${PLAIN}/tour.jpg"></video>`),
  mixed("mixed-subtitles", "Subtitles", `<video><track src="${PLAIN}/tour.vtt"></video>`),
  mixed("mixed-svg-image", "Image in a drawing", `<svg><image xlink:href="${PLAIN}/logo.png"></image></svg>`),
  mixed("mixed-svg-use", "Part of a drawing", `<svg><use href="${PLAIN}/icons.svg#bell"></use></svg>`),
  mixed("mixed-icon", "Icon", `<link rel="apple-touch-icon" href="${PLAIN}/icon.png">`),
  mixed("mixed-manifest", "Manifest", `<link rel="manifest" href="${PLAIN}/app.webmanifest">`),
  mixed("mixed-ping", "Click counter", `<a href="/login" ping="${PLAIN}/count">Sign in</a>`),
  {
    name: "mixed-base",
    title: "Base address over http",
    how: "A <base> makes every relative address of the home page one over http.",
    rules: ["edge/mixed-content"],
    apply: (settings) => append(settings, `<base href="${settings.site.origin.replace("https:", "http:")}/">`),
  },
  {
    name: "mixed-form",
    title: "Form sent over http",
    how: "The home page has a form that posts to http.",
    rules: ["edge/mixed-forms"],
    apply: (settings) =>
      append(
        settings,
        '<form method="post" action="http://ops-copilot.test/feedback"><label>Feedback <input name="text"></label></form>',
      ),
  },
  {
    name: "mixed-button",
    title: "Button that sends over http",
    how: "The form of the home page is sound, but one of its buttons sends it to http.",
    rules: ["edge/mixed-forms"],
    apply: (settings) =>
      append(
        settings,
        '<form method="post" action="/feedback"><button formaction="http://ops-copilot.test/feedback">Send</button></form>',
      ),
  },
  {
    name: "mixed-refresh",
    title: "Forward to http",
    how: "A <meta http-equiv=refresh> leads from the home page to http after an hour.",
    rules: ["edge/mixed-forms"],
    apply: (settings) => append(settings, '<meta http-equiv="refresh" content="3600; url=http://ops-copilot.test/">'),
  },
  mixedCss("mixed-css-image", "Background image", `body { background: url(${PLAIN}/paper.png) }`),
  mixedCss("mixed-css-font", "Font", `@font-face { font-family: x; src: url("${PLAIN}/x.woff2") }`),
  mixedCss("mixed-css-import", "Imported style sheet", `@import '${PLAIN}/more.css';`),
  mixedCss("mixed-css-set", "Set of background images", `h1 { background: image-set("${PLAIN}/a.png" 1x) }`),
  mixedCss(
    "mixed-css-escaped",
    "Escaped address",
    "p { background: u\\72l(\\68ttp\\3a //static.ops-copilot.test/a.png) }",
  ),
  {
    name: "mixed-inline-style",
    title: "Background image in a style attribute over http",
    how: "A style attribute of the home page names an image over http.",
    rules: ["edge/mixed-css"],
    apply: (settings) => append(settings, `<p style="background: url('${PLAIN}/paper.png')">Paper</p>`),
  },
  {
    name: "mixed-style-block",
    title: "Font in a style block over http",
    how: "A <style> of the home page names a font over http.",
    rules: ["edge/mixed-css"],
    apply: (settings) => append(settings, `<style>@font-face { src: url(${PLAIN}/x.woff2) }</style>`),
  },
  {
    name: "mixed-at-run-time",
    title: "Plain request at run time",
    how: "A script of the home page asks for data over http; nothing in the markup shows it.",
    rules: ["edge/browser-mixed-content"],
    apply: (settings) => atRunTime(settings, `fetch("${PLAIN}/data.json").catch(() => 0)`, "connect-src", "*"),
  },
  {
    name: "mixed-image-at-run-time",
    title: "Plain image at run time",
    how: "A script of the home page shows an image over http; nothing in the markup shows it.",
    rules: ["edge/browser-mixed-content"],
    apply: (settings) =>
      atRunTime(settings, `new Image().src = "${PLAIN}/logo.png"`, "img-src", "static.ops-copilot.test"),
  },
  {
    name: "csp-broken-page",
    title: "Page that breaks its own policy",
    how: "The home page shows an image from a site that its own policy refuses.",
    rules: ["edge/browser-csp"],
    apply: (settings) => append(settings, '<img src="https://elsewhere.test/logo.png" alt="Logo">'),
  },
  {
    name: "csp-broken-at-run-time",
    title: "Script that the policy refuses",
    how: "A script of the home page runs text as code, which the policy refuses.",
    rules: ["edge/browser-csp"],
    apply: (settings) => append(settings, `<script nonce="{nonce}">try { eval("1") } catch {}</script>`),
  },
] as const satisfies readonly Fault[];
