/** HTML that is already safe to print. Only `markup` makes it. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Value = string | Markup | readonly Markup[] | null;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** A template whose values are escaped unless they are markup themselves; `null` prints nothing. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, index) => part + printed(values[index] ?? null)).join(""));
}

function printed(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return escaped(value);
  if (value instanceof Markup) return value.html;
  return value.map(({ html }) => html).join("");
}
