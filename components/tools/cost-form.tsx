import { paths } from "#components/paths.ts";
import { InputField, SelectField } from "#components/ui/field.tsx";
import { STAGES } from "#lib/roadmap/stages.ts";
import { ASSUMPTIONS, type CostQuery, CURRENCIES } from "#lib/roadmap/tools/cost.ts";
import { CalculatorForm, Choice, FieldGroup } from "./calculator-form.tsx";
import { ASSUMPTION_WORDS, GROUPS, isExample } from "./cost-words.ts";

export function CostForm({ asked }: { asked: CostQuery }) {
  return (
    <CalculatorForm action={paths.tool("cost-estimate")} submit="Estimate" className="flex flex-col gap-6">
      <FieldGroup legend="What is in place" note="Open a stage and mark the checks that hold already.">
        <div className="overflow-hidden rounded-xl border border-line bg-panel">
          {STAGES.map(({ id, shortTitle, checks }) => {
            const held = checks.filter((check) => asked.done.includes(check.id)).length;
            return (
              <details key={id} className="border-line border-t first:border-t-0">
                <summary className="flex min-h-9 cursor-pointer items-center gap-2 px-3 py-1.5 text-sm hover:bg-sunk pointer-coarse:min-h-11">
                  <span className="font-medium">{shortTitle}</span>
                  <span className="ml-auto text-ink-3">
                    {held} of {checks.length}
                  </span>
                </summary>
                <div className="border-line border-t px-3 py-2">
                  {checks.map((check) => (
                    <Choice
                      key={check.id}
                      type="checkbox"
                      name="done"
                      value={check.id}
                      isChosen={asked.done.includes(check.id)}
                      note={`weight ${check.weight}`}
                    >
                      {check.title}
                    </Choice>
                  ))}
                </div>
              </details>
            );
          })}
        </div>
      </FieldGroup>
      {GROUPS.map(({ legend, note, names }) => (
        <FieldGroup key={legend} legend={legend} note={note}>
          <div className="grid grid-cols-2 items-start gap-3">
            {legend === "Work" && (
              <SelectField
                name="currency"
                label="Currency"
                options={CURRENCIES.map((currency) => ({ value: currency, label: currency }))}
                defaultValue={asked.currency}
              />
            )}
            {names.map((name) => {
              const { label, hint } = ASSUMPTION_WORDS[name];
              return (
                <InputField
                  key={name}
                  name={name}
                  label={label}
                  hint={[isExample(name, asked[name]) && "An example.", hint].filter(Boolean).join(" ")}
                  type="number"
                  inputMode="decimal"
                  step="any"
                  min={ASSUMPTIONS[name].min}
                  max={ASSUMPTIONS[name].max}
                  defaultValue={asked[name]}
                />
              );
            })}
          </div>
        </FieldGroup>
      ))}
    </CalculatorForm>
  );
}
