/** A form's text fields as an input for a verb; what was left empty is left out. */
export function formInput(form: FormData): Record<string, string> {
  const entries = [...form.entries()].flatMap(([name, value]) =>
    typeof value === "string" && value !== "" && !name.startsWith("$") ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}

export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export function optional(form: FormData, name: string): string | undefined {
  return text(form, name) || undefined;
}

export function optionalNumber(form: FormData, name: string): number | undefined {
  const value = optional(form, name);
  return value === undefined ? undefined : Number(value);
}
