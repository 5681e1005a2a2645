import { type Markup, markup } from "./markup.ts";

export type Column = { title: string; kind?: "wide" | "n" | "num" };

/** A table that scrolls inside itself, and whose rows are cards on a phone. `name` says what it is to those who do not see it. */
export function tableOf(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  const head = columns.map(
    ({ title, kind }) => markup`<th scope="col"${kind === "num" ? markup` class="num"` : null}>${title}</th>`,
  );
  const body = rows.map(
    (cells) =>
      markup`<tr>${cells.map((cell, index) => markup`<td class="${columns[index]?.kind ?? ""}" data-label="${columns[index]?.title ?? ""}">${cell}</td>`)}</tr>\n`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>`;
}
