import type { PersonView } from "#db/queries/views.ts";
import { SEVERITIES } from "#lib/roadmap/ids.ts";
import type { RowFacts } from "./register-context.ts";
import { shortDay } from "./risk-words.ts";

export const EDIT_FIELDS = ["owner", "severity", "score", "due"] as const;
export type EditField = (typeof EDIT_FIELDS)[number];

type Choice = { value: string; label: string };
/** Fields of the form that changes a risk, each with what it may become. */
export type EditGroup = { name: string; label: string; value: string; choices: readonly Choice[] };

/** One change of one field, with what takes it back. */
export type RiskEdit = {
  field: EditField;
  number: number;
  name: string;
  value: string;
  /** What the cell shows in the meantime. */
  shown: string;
  was: { value: string; shown: string };
};

export const editKey = (field: EditField, number: number) => `${field}:${number}`;

const LEVELS = ["very low", "low", "medium", "high", "very high"].map((word, at) => ({
  value: String(at + 1),
  label: `${at + 1}, ${word}`,
}));

/** The choices of a field; a date is not chosen from a list. */
export function editGroups(field: EditField, row: RowFacts, people: readonly PersonView[]): EditGroup[] {
  if (field === "owner") {
    const choices = [{ value: "", label: "Nobody yet" }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
    return [{ name: "ownerId", label: "Owner", value: row.owner?.id ?? "", choices }];
  }
  if (field === "severity") {
    const choices = SEVERITIES.map((value) => ({ value, label: value }));
    return [{ name: "severity", label: "Severity", value: row.severity, choices }];
  }
  if (field === "score") {
    return [
      { name: "likelihood", label: "Likelihood", value: String(row.likelihood), choices: LEVELS },
      { name: "impact", label: "Impact", value: String(row.impact), choices: LEVELS },
    ];
  }
  return [];
}

/** What the cell shows with that value. */
function shownAs(row: RowFacts, name: string, value: string, people: readonly PersonView[]): string {
  const shown: Record<string, () => string> = {
    ownerId: () => people.find(({ id }) => id === value)?.name ?? "nobody",
    severity: () => value,
    likelihood: () => `${value} × ${row.impact}`,
    impact: () => `${row.likelihood} × ${value}`,
    dueAt: () => (value === "" ? "no date" : shortDay(value)),
  };
  return shown[name]?.() ?? value;
}

export function editOf(
  field: EditField,
  row: RowFacts,
  { name, from, to }: { name: string; from: string; to: string },
  people: readonly PersonView[],
): RiskEdit {
  const shown = (value: string) => shownAs(row, name, value, people);
  return { field, number: row.number, name, value: to, shown: shown(to), was: { value: from, shown: shown(from) } };
}

const FIELD_WORDS: Record<string, string> = {
  ownerId: "owner",
  severity: "severity",
  likelihood: "likelihood",
  impact: "impact",
  dueAt: "due date",
};

/** "Risk 3: owner is Jonas." */
export function editSentence({ number, name, value, shown }: RiskEdit): string {
  const isLevel = name === "likelihood" || name === "impact";
  return `Risk ${number}: ${FIELD_WORDS[name] ?? name} is ${isLevel ? value : shown}.`;
}
