import type { PersonView } from "#db/queries/views.ts";
import type { Option } from "./field.tsx";

/** For a choice of owner, "nobody" included. */
export function personOptions(people: readonly PersonView[]): Option[] {
  return [{ value: "", label: "Nobody yet" }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
}
