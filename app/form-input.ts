/** The fields of a form as a verb wants them. */
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

/** What was given one per line, or with commas between. */
export function list(form: FormData, name: string): string[] {
  return text(form, name)
    .split(/[\s,]+/)
    .filter((part) => part !== "");
}
