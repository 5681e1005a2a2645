import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = { action: string; submit: string; className?: string | undefined; children: ReactNode };

/** Its answers stand in the address, so that it works without scripts and can be sent to somebody. */
export function CalculatorForm({ action, submit, className, children }: Props) {
  return (
    <form method="get" action={action} className={className ?? "flex flex-col gap-4"}>
      {children}
      <div>
        <Button type="submit" variant="primary" size="lg">
          {submit}
        </Button>
      </div>
    </form>
  );
}

type GroupProps = { legend: string; note?: ReactNode; children: ReactNode };

export function FieldGroup({ legend, note, children }: GroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-sm">{legend}</legend>
      {note && <p className="text-ink-3 text-xs">{note}</p>}
      <div className="mt-2">{children}</div>
    </fieldset>
  );
}

type ChoiceProps = {
  name: string;
  value: string;
  type: "radio" | "checkbox";
  isChosen: boolean;
  note?: ReactNode;
  children: ReactNode;
};

/** One of several answers; the whole line is its target. */
export function Choice({ name, value, type, isChosen, note, children }: ChoiceProps) {
  return (
    <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2 py-1 text-sm pointer-coarse:min-h-11 pointer-coarse:py-2.5">
      <input type={type} name={name} value={value} defaultChecked={isChosen} className="mt-0.5 size-4 accent-accent" />
      <span>
        {children}
        {note && <span className="text-ink-3"> {note}</span>}
      </span>
    </label>
  );
}
