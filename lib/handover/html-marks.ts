import { type Markup, markup } from "./markup.ts";
import type { Mark, Shape } from "./view-words.ts";

const DISC = markup`<circle class="tint" cx="9" cy="9" r="9"/>`;
const stroke = (path: Markup) =>
  markup`<g fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${path}</g>`;

const SHAPES: Record<Shape, Markup> = {
  check: markup`${DISC}${stroke(markup`<path d="M5.4 9.4l2.6 2.6 4.8-5.6"/>`)}`,
  cross: markup`${DISC}${stroke(markup`<path d="M6.2 6.2l5.6 5.6M11.8 6.2l-5.6 5.6"/>`)}`,
  dash: markup`${DISC}${stroke(markup`<path d="M5.8 9h6.4"/>`)}`,
  clock: markup`${DISC}${stroke(markup`<path d="M9 4.8v4.6l3 1.8"/>`)}`,
  person: markup`${DISC}<circle fill="currentColor" cx="9" cy="6.3" r="2.5"/><path fill="currentColor" d="M4.4 14c0-5.2 9.2-5.2 9.2 0z"/>`,
  ring: markup`<circle fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3.2 2.6" cx="9" cy="9" r="8"/>`,
  triangle: markup`<path class="tint" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" d="M9 1.8l7.6 14H1.4z"/>${stroke(markup`<path d="M9 6.8v4M9 13.4v.1"/>`)}`,
};

export function markOf({ shape, tone, word }: Mark): Markup {
  return markup`<span class="mark ${tone}"><svg viewBox="0 0 18 18" aria-hidden="true">${SHAPES[shape]}</svg>${word}</span>`;
}

export function meterOf(tones: readonly string[]): Markup {
  return markup`<span class="seg" aria-hidden="true">${tones.map((tone) => markup`<i class="${tone}"></i>`)}</span>`;
}
