import { paths } from "#components/paths.ts";
import { STAGES } from "#lib/roadmap/stages.ts";
import { DATA, DEADLINES, LOGIN, type SprintQuery, USERS } from "#lib/roadmap/tools/sprint-fit.ts";
import { CalculatorForm, Choice, FieldGroup } from "./calculator-form.tsx";

const USER_WORDS = { none: "Nobody yet", invited: "People who were invited", public: "Anybody who finds it" } as const;
const DATA_WORDS = {
  none: "Nothing about people",
  personal: "Names, addresses, messages",
  sensitive: "Health, money, children, secrets of others",
} as const;
const LOGIN_WORDS = { built: "Yes, it is built", planned: "It is planned", none: "No, and it needs none" } as const;
const DEADLINE_WORDS = {
  day: "Tomorrow",
  two_days: "In two days",
  week: "Within a week or two",
  open: "There is no date yet",
} as const;

export function SprintForm({ asked }: { asked: SprintQuery }) {
  return (
    <CalculatorForm action={paths.tool("sprint-fit")} submit="Which one fits?" className="flex flex-col gap-5">
      <FieldGroup legend="Which stages are done?">
        {STAGES.map(({ id, shortTitle }) => (
          <Choice key={id} type="checkbox" name="done" value={id} isChosen={asked.done.includes(id)}>
            {shortTitle}
          </Choice>
        ))}
      </FieldGroup>
      <Choices legend="Who uses it?" name="users" values={USERS} words={USER_WORDS} chosen={asked.users} />
      <Choices legend="What does it keep?" name="data" values={DATA} words={DATA_WORDS} chosen={asked.data} />
      <Choices legend="Do people sign in?" name="login" values={LOGIN} words={LOGIN_WORDS} chosen={asked.login} />
      <Choices
        legend="When is the launch?"
        name="deadline"
        values={DEADLINES}
        words={DEADLINE_WORDS}
        chosen={asked.deadline}
      />
    </CalculatorForm>
  );
}

type ChoicesProps<T extends string> = {
  legend: string;
  name: string;
  values: readonly T[];
  words: Readonly<Record<T, string>>;
  chosen: T;
};

function Choices<T extends string>({ legend, name, values, words, chosen }: ChoicesProps<T>) {
  return (
    <FieldGroup legend={legend}>
      {values.map((value) => (
        <Choice key={value} type="radio" name={name} value={value} isChosen={value === chosen}>
          {words[value]}
        </Choice>
      ))}
    </FieldGroup>
  );
}
