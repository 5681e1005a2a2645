import { type Markup, markup } from "./markup.ts";

/** What the sections of the HTML pack are made of. */

export type Section = { id: string; title: Markup; body: Markup };

export const soft = (text: string) => (text === "" ? null : markup`<p class="soft">${text}</p>`);
export const faint = (text: string) => (text === "" ? null : markup`<p class="faint">${text}</p>`);
export const strong = (text: string) => markup`<b>${text}</b>`;

/** Links leave without a trace of where they were followed from. */
export const linkTo = (href: string | null, text: string) =>
  href === null ? markup`${text}` : markup`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`;

export const plain = (id: string, title: string, body: Markup): Section => ({ id, title: markup`${title}`, body });

/** A table, or the sentence that stands for an empty one. */
export const orElse = (rows: readonly unknown[], table: () => Markup, otherwise: string) =>
  rows.length === 0 ? markup`<p class="soft">${otherwise}</p>` : table();
