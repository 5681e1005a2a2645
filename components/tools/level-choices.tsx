import { Choice, FieldGroup } from "./calculator-form.tsx";
import { LEVEL_WORDS, type LevelKind } from "./risk-words.ts";

type Props = { name: LevelKind; legend: string; chosen: number };

export function LevelChoices({ name, legend, chosen }: Props) {
  return (
    <FieldGroup legend={legend}>
      {LEVEL_WORDS[name].map(({ word, means }, place) => (
        <Choice
          key={word}
          type="radio"
          name={name}
          value={String(place + 1)}
          isChosen={place + 1 === chosen}
          note={means}
        >
          {place + 1}, {word}:
        </Choice>
      ))}
    </FieldGroup>
  );
}
