import type { Option } from "#components/ui/field.tsx";
import { SEVERITY_MARKS } from "#lib/handover/view-words.ts";
import { SEVERITIES } from "#lib/roadmap/ids.ts";

type Level = { word: string; means: string };

export type LevelKind = "likelihood" | "impact";

/** From 1 to 5. */
export const LEVEL_WORDS: Readonly<Record<LevelKind, readonly Level[]>> = {
  likelihood: [
    { word: "very low", means: "several unlikely things must come together" },
    { word: "low", means: "it takes skill and a reason" },
    { word: "medium", means: "somebody who tries will manage" },
    { word: "high", means: "anybody can do it, or it happens most months" },
    { word: "very high", means: "it happens by itself, or is happening" },
  ],
  impact: [
    { word: "very low", means: "a nuisance that few notice" },
    { word: "low", means: "some people lose some time" },
    { word: "medium", means: "a day without the product, or a few people's data" },
    { word: "high", means: "many people's data, or money that hurts" },
    { word: "very high", means: "all data, or the end of the business" },
  ],
};

export const SEVERITY_CHOICES: readonly Option[] = [
  { value: "suggested", label: "As the score suggests" },
  ...SEVERITIES.map((severity) => ({ value: severity, label: SEVERITY_MARKS[severity].word })),
];

/** "4, high: anybody can do it, or it happens most months" */
export function levelInWords(kind: LevelKind, level: number): string {
  const words = LEVEL_WORDS[kind][level - 1];
  return words ? `${level}, ${words.word}: ${words.means}` : String(level);
}
